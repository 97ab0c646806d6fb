"""Points against outlets: who speaks to which, and why somebody does not."""
