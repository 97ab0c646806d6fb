"""Bringing texts in: files, pasted text, and the report of an import."""
