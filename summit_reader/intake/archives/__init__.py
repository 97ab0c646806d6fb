"""Files that hold files: ZIP, compressed tables, web archives."""
