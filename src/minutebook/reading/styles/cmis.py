"""Pages of the CMIS committee system: an agenda number before each title, a minute number before each minute."""
from minutebook.reading.style import Clue, Mark, Style

CMIS = Style(
    name="cmis",
    about="CMIS meeting pages: labels with values, two runs of numbers that drift apart.",
    clues=(
        Clue(r"meeting (?:details|summary)", 0.4, 1),
        Clue(r"status\s*:?\s*(?:occurred|agenda published|minutes published|cancelled|scheduled)|occurred", 0.4, 1),
        Clue(r"(?:overview|members|attendees|documents|visitors)(?:\s*\|.*)?", 0.15),
    ),
    marks=(
        Mark(r"public items|standard items|private items|exempt items", "rubric"),
        Mark(r"occurred|agenda published|minutes published", "rubric"),
    ),
    shapes=("cmis",),
    sample="county/papers/15-cmis-meeting-2025-06-12.html",
)
