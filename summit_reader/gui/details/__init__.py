"""All that is known of a text, and the way to its original."""
