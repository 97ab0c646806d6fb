"""One article in one pane, with its takes marked."""
