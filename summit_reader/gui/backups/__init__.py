"""Backups of the library: the list of them, what each would change, and going back to one."""
