"""Same point: why outlets are absent, and which take stands beside which."""
