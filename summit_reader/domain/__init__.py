"""The words of the project as frozen values; the standard library only, no input or output."""
