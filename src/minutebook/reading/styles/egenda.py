"""eGenda: letters and running number on two lines, decisions first as a summary, then the discussion."""
from minutebook.reading.style import Clue, Mark, Style

EGENDA = Style(
    name="egenda",
    about="eGenda minutes: “PCP” above “7/21”, a table of decisions, then the same numbers with the text.",
    clues=(
        Clue(r"item\s+description\s+decision|item ?preamble|attendance details", 0.5, 2),
        Clue(r"[A-Z]{2,6}", 0.02, 6),
        Clue(r"\d{1,3}/\d{2}", 0.1, 6),
    ),
    marks=(
        Mark(r"item\s+description\s+decision|item ?preamble|preamble|attendance details|summary of decisions|full (?:record|minutes)", "furniture"),
        Mark(r"please note: all minutes are subject to approval.*", "furniture"),
    ),
    sample="styles/papers/s11-bellhaven-pcp.txt",
)
