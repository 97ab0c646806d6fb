"""What goes out: citations and pages; pure functions of domain values."""
