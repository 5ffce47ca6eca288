"""Minutes of Saltwharf City Council: matters instead of items, and rulings instead of resolutions."""

from minutebook.reading.style import Clue, Mark, Style

SALTWHARF = Style(
    name="saltwharf",
    about="Saltwharf City Council: “Matter 5 - Lighting of the quays”, “Ruled: that …”.",
    clues=(
        Clue(r"Matter \d+ - .+", 0.3),
        Clue(r"Ruled: .+", 0.3),
    ),
    marks=(
        Mark(r"Matter (?P<number>\d+) - (?P<title>.+)", "item-head"),
        Mark(r"Ruled: .+", "resolution"),
    ),
)
