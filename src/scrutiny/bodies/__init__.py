"""Second floor: committees and people."""
