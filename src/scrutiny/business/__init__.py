"""Fourth floor: questions, decisions and votes."""
