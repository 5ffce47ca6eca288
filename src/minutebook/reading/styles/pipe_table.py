"""Committee pages turned into pipe tables: title, rubric, label and minute in one cell."""
from minutebook.reading.style import Clue, Style

PIPE_TABLE = Style(
    name="pipe-table",
    about="Web pages converted to “No. | Item |” tables; tidy parts each cell into title, rubric and minute.",
    clues=(Clue(r"(?:no\.?|note|minute)?\s*\|.*\|\s*(?:action by)?\s*\|?", 0.5, 1), Clue(r"[|\s:-]+", 0.15, 4)),
    sample="shapes/papers/w02-brindlow-table.txt",
)
