"""Outlets: their card, what is said of them, and what lists are narrowed to."""
