"""Full-text search behind one small port; Whoosh never leaves this package."""
