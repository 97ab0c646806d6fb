"""The pin board: kept takes, notes, the own take."""
