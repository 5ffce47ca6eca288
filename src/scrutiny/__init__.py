"""scrutiny: papers filed become a public, searchable record in which every line leads to its page.

The site stands in floors, each using only those below it: access, archive, bodies, meetings, business,
tracking; above them filing (which writes) and publish (which only reads).
"""
