"""What two texts have on the same thing, as a list to go through."""
