"""The takes on the chosen point."""
