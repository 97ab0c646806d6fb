"""Feeds: what they bring, in every format, and the lists in which they are kept."""
