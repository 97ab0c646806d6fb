"""The pictures of the documentation: which screens there are, and in which looks."""
