"""First floor: each document exactly as it was received, and each reading of it."""
