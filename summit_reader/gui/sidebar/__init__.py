"""Points, outlets and saved searches: the left column."""
