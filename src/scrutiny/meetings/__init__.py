"""Third floor: meetings, the papers that tell of them, items with their paragraphs, and who was there."""
