"""Two panes on one point."""
