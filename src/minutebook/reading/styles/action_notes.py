"""Notes of meetings with initials as speakers and an action column or action lines."""
from minutebook.reading.style import Clue, Mark, Style

ACTION_NOTES = Style(
    name="action-notes",
    about="Notes by initials: “JS would ask the force. JS”, “Action: OT to …”, an Action column.",
    clues=(
        Clue(r"(?:item\s+)?(?:discussion\s+)?actions?(?: by)?", 0.4, 1),
        Clue(r"action(?: point)?s?\s*\d*\s*[:–-].*", 0.15),
        Clue(r"[A-Z]{2,3}(?:/[A-Z]{2,3})*", 0.1),
    ),
    marks=(Mark(r"(?:item\s+)?(?:discussion\s+)?action(?: by)?", "furniture"),),
    sample="styles/papers/s31-cwmtaron-corporate.txt",
)
