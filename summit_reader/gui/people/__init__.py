"""Who speaks in the library, in which outlets, and which names are one person's."""
