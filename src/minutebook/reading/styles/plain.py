"""Minutes as most councils print them: heading, groups of people, numbered items, RESOLVED."""
from minutebook.reading.style import Style

PLAIN = Style(
    name="plain",
    about="Printed minutes, agendas and reports with no marks of their own: read by grammar alone.",
    sure=0.25,         # one heading that others use too ("Declarations of interest") makes no other style
    sample="county/papers/01-panel-minutes-2023-09-14.pdf",
)
