"""One script a revision, run by `store.migrating`."""
