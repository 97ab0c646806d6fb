"""Names in a text: where they stand, whose they are, which of them are one."""
