"""Below a text: other stories, readers' comments, and what else was removed from it."""
