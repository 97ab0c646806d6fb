"""The list of all articles, their facts, and the bin."""
