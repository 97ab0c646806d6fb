"""Help: short topics with a search, one for each part of the window."""
