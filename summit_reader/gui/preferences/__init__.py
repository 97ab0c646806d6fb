"""The settings: few, typed, and in force at once where that can be."""
