"""Points are the reader's: making, ordering and wording them, and deciding what belongs to one."""
