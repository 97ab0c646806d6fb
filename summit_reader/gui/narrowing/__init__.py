"""What the library is narrowed to while it is open: one filter for all rooms."""
