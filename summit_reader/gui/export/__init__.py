"""Taking away: the export dialog, printing, and reading hand-outs back in."""
