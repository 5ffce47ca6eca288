"""Fifth floor: what was promised, what was measured, what points elsewhere."""
