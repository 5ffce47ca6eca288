"""`python -m minutebook` is the command `minutebook`."""
from minutebook.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
