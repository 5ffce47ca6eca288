"""Ground floor: what is held in private, who may see what, and the journal of what was done."""
