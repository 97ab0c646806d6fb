"""The keys of the commands: an overview, and a place to change them."""
