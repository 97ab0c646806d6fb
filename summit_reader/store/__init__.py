"""The library database; SQLAlchemy and its rows never leave this package."""
