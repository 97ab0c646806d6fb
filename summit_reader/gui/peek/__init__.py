"""A look at what stands around a take, without opening its text."""
