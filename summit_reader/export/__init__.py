"""What goes out: quotations, citations and hand-outs, as pure functions of domain values."""
