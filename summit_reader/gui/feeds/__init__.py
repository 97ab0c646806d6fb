"""The inbox: the feeds that are followed, what they brought, and what becomes of it."""
