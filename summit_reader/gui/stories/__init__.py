"""Stories: what the program proposes, and what the reader makes of it."""
