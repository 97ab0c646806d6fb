"""Versions of a statement, side by side and word by word."""
