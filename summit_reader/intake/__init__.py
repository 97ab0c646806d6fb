"""How material comes in: one reader per format behind one protocol."""
