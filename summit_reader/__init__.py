"""Summit Reader: commentary from many outlets, side by side on the same point."""

__version__ = "0.1.0"
