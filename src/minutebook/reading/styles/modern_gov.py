"""Pages of the ModernGov committee system, as HTML or as text that others made of them."""
from minutebook.reading.style import Clue, Style

MODERN_GOV = Style(
    name="modern-gov",
    about="Meeting, item and issue pages of ModernGov: number, title, “Additional documents:”, “Minutes:”, cut texts.",
    clues=(
        Clue(r"(?:additional|supporting) documents\s*:?|dogfennau ychwanegol\s*:?", 0.25),
        Clue(r".*pdf icon.*", 0.2),
        Clue(r"no\.?\s*item|rhif eitem", 0.3, 1),
        Clue(r"minutes\s*:|cofnodion\s*:|decision\s*:", 0.15),
        Clue(r".*view the full \w+ ?text for item.*", 0.3),
    ),
    shapes=("moderngov-meeting", "moderngov-item", "moderngov-issue", "moderngov-decision", "moderngov-committee",
            "moderngov-meetings", "moderngov-calendar", "moderngov-attendance"),
    sample="county/papers/06-meeting-page-2024-09-19.html",
)
