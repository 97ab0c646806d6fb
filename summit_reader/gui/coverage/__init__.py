"""A picture of what was covered when, by outlet or by point."""
