"""What keeps the program from being set up, in words for whoever started it."""


class SetupError(Exception):
    """A sentence that says what is missing and what to do about it."""
