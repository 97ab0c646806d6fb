"""The history of the tables. A script is never changed once a version with it was released."""
