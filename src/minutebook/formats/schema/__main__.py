"""Write the schema anew, after a change to the record."""

from pathlib import Path

from minutebook.formats.schema import NAME, text

if __name__ == "__main__":
    Path(__file__).with_name(NAME).write_text(text(), encoding="utf-8")
