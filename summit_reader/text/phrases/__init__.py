"""The phrases around a verb of saying that can name who speaks."""
