"""Documents: what word processors, typesetters and publishers of books make."""
