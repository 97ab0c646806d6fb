"""Mail: newsletters with one article or several, and mailboxes of them."""
