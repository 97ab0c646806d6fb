"""Tables of articles: CSV, JSON Lines and JSON, read row by row."""
