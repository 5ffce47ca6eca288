"""A site of its own for each test: database, archive and index in a folder that goes afterwards."""
from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("django")
pytest.importorskip("tantivy")

import minutebook
from scrutiny import jobs
from scrutiny.filing.apply import apply
from scrutiny.filing.plan import Plan, plan_of

AGENDA = """WENDLESHIRE COUNTY COUNCIL

WENDLESHIRE POLICE AND CRIME PANEL

Thursday 4 June 2026 at 10.00 am
Council Chamber, Shire House

AGENDA

1. Apologies for absence

2. Declarations of interest

3. Call handling report
To consider the report of the Commissioner.

4. Exclusion of the press and public
That under section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the following item on the ground that it involves the likely disclosure of exempt information as defined in paragraph 1 of Part 1 of Schedule 12A to the Act.

5. Individual complaint (Not for publication)
To consider the grievance of quillfeather about the marmalade.
"""
MINUTES = """WENDLESHIRE COUNTY COUNCIL

WENDLESHIRE POLICE AND CRIME PANEL

MINUTES of the meeting of the Wendleshire Police and Crime Panel held in the Council Chamber, Shire House on Thursday, 4 June 2026 at 10.00 am.

PRESENT: Councillor Samuel Okonjo (Chair), Councillor D Marlow, Councillor P Marlow, Mr K Boateng

UNRESTRICTED ITEMS

51. Apologies for absence

There were no apologies.

52. Call handling
(Item 3)

1. The Commissioner said that 14% of calls were abandoned in May 2026.

2. The Commissioner agreed to bring a further report to the meeting in September 2026. Residents may write to ottoline@wendleshire.example or ring 01632 960961.

3. Officers of the inspectorate had praised the handling of anti-social behaviour.

RESOLVED that the report be noted.

EXEMPT ITEMS

53. Individual complaint
(Item 5)

1. Mr Quillfeather had eaten the marmalade. The Chief Executive agreed to write to Mr Quillfeather by 1 July 2026. The cost was £4,213.

RESOLVED that the quillfeather matter be closed.
"""
REPORT = """NOT FOR PUBLICATION
By virtue of paragraph 1 of Part 1 of Schedule 12A of the Local Government Act 1972

WENDLESHIRE POLICE AND CRIME PANEL
4 June 2026

REPORT: Grievance of Mr Quillfeather

1. Background
1.1 The marmalade was eaten on 2 May 2026. The cost was £4,213.
1.2 The Chief Executive will report back in July 2026.
"""


@pytest.fixture
def site(db: None, settings: object, tmp_path: Path) -> Iterator[Callable[..., Plan]]:
    """File papers given as text or bytes: site(minutes=MINUTES). Gives the last plan."""
    settings.DATA, settings.ARCHIVE, settings.INDEX = tmp_path, tmp_path / "archive", tmp_path / "index"
    jobs.rebuild_index()

    def file(exempt: str = "", licence: str = "", **papers: str | bytes) -> Plan:
        plan = Plan("nothing")
        for name, paper in papers.items():
            data = paper.encode() if isinstance(paper, str) else paper
            name = name if isinstance(paper, str) else name.replace("_", ".")
            sha256 = hashlib.sha256(data).hexdigest()
            reading = minutebook.read(data, name=f"{name}.txt" if isinstance(paper, str) else name)
            plan = plan_of(reading, size=len(data), sha256=sha256, exempt=exempt, licence=licence)
            apply(plan, by="a test", data=data, sha256=sha256)
        jobs.bring_index_up_to_date()
        return plan

    yield file
