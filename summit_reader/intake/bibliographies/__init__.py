"""Bibliographies: what Zotero and its kin export, with the texts that are attached to entries."""
