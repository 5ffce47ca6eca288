"""The promise every way in makes: each character of a line can be found in the archived text."""

from minutebook.documents.blocks import Document
from minutebook.documents.markup import UNSEEN


def assert_placed(document: Document) -> None:
    """Each equal run is the archived text itself; what lies in no run is a space; lines are clean."""
    size = len(document.text)
    for line in document.lines:
        assert line.text and line.text == " ".join(line.text.split()), line
        assert line.runs, line
        covered = set()
        before = 0
        for own, own_end, start, end in line.runs:
            assert before <= own < own_end <= len(line.text), line
            assert 0 <= start < end <= size, line
            if own_end - own == end - start:
                assert line.text[own:own_end] == document.text[start:end], line
            covered.update(range(own, own_end))
            before = own_end
        assert all(line.text[i] == " " for i in range(len(line.text)) if i not in covered), line
        assert not UNSEEN.search(line.text), line
