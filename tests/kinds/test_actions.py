"""Tables of actions at the end of minutes."""

from __future__ import annotations

from minutebook.documents import open_file
from minutebook.reading import read_document

PAGE = """<html><body><main><h1>Minutes of the meeting of Ardenshire Police and Crime Panel held on 6 June 2024</h1>
<p>Present: Councillor A Peck (Chair), Councillor J Lyle</p>
<h2>1. Apologies</h2><p>There were none and the Chair welcomed all who had come to the meeting.</p>
<h2>2. Hate crime</h2><p>2.1 The Chief Constable reported that guidance was being written for supervisors.</p>
<p>RESOLVED: That the report be noted.</p>
<h2>3. Rural crime</h2><p>3.1 The Commissioner advised that the team had been at full strength since May.</p>
<p>RESOLVED: That the report be noted.</p>
<h3>Summary List of Actions</h3>
<table><tr><th>Ref</th><th>Action</th><th>Owner</th><th>Due</th></tr>
<tr><td>2.1</td><td>Issue guidance to supervisors</td><td>Chief Constable</td><td>February 2026</td></tr>
<tr><td>3 (b)</td><td>Reply to the task group in writing</td><td>Commissioner</td><td>31 March 2026</td></tr>
</table></main></body></html>"""


def test_each_row_belongs_to_the_item_of_its_reference() -> None:
    (document,) = open_file(PAGE.encode(), "minutes.html")
    (record,) = read_document(document)
    assert [(a.item, a.text, a.owner, a.due, a.ref) for a in record.actions] == [
        ("2", "Issue guidance to supervisors", "Chief Constable", "February 2026", "2.1"),
        ("3", "Reply to the task group in writing", "Commissioner", "31 March 2026", "3 (b)"),
    ]
    first = record.actions[0]
    assert first.where and "Issue guidance to supervisors" in document.text[first.where.start : first.where.end]
