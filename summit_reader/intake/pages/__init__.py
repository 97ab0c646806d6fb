"""Saved web pages: the article in them, and what they state of it."""
