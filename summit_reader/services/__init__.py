"""The use cases; transactions and the order of steps are decided here."""
