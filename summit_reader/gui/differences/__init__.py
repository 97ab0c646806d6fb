"""What two takes or texts share and what each has alone, as facts; and the reader's word on it."""
