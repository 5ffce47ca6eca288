# Short verbs. Each makes the environment it needs in .venv; nothing need be prepared but Python 3.11 or later.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet install -c requirements.lock
PAPERS ?=
OUT ?= demo
JOBS ?= 2
SHARED ?= ../shared

.PHONY: help demo site test fast lint golden docs bench score lock clean

help:
	@echo "make demo                 read the sample papers and write the record as web pages into demo/"
	@echo "make demo PAPERS=folder   the same with your own papers"
	@echo "make site                 file the sample papers in a site of your own and open it on http://127.0.0.1:8000/"
	@echo "make test                 set up and run all tests (make fast: only the fast ones)"
	@echo "make lint                 ruff, mypy, import contracts"
	@echo "make golden               store the readings of the sample papers anew; the diff is the review"
	@echo "make docs                 write the drawn parts of docs/ anew, and build the site into site/"
	@echo "make bench                run the benchmarks"
	@echo "make score                measure the readings against gold, where it is at hand"
	@echo "make lock                 write requirements.lock anew"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; name it with make PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/ready-run: pyproject.toml requirements.lock | $(BIN)/python
	@echo "Setting up $(VENV) ..."
	@$(PIP) -e . && touch $@

$(VENV)/ready-%: pyproject.toml requirements.lock | $(BIN)/python
	@echo "Setting up $(VENV) for $* ..."
	@$(PIP) -e '.[$*]' && touch $@ $(VENV)/ready-run

demo: $(VENV)/ready-run
	@command -v tesseract >/dev/null || echo "Notice: Tesseract is not installed, so scanned pages stay unread (apt-get install tesseract-ocr tesseract-ocr-eng)."
	@$(BIN)/minutebook demo $(PAPERS) --out $(OUT) --jobs $(JOBS) || [ $$? -eq 2 ]

site: $(VENV)/ready-site
	@$(BIN)/scrutiny demo

test: fast
	$(BIN)/python -m pytest -m slow -n $(JOBS)

fast: $(VENV)/ready-test
	$(BIN)/python -m pytest -m "not slow" -n $(JOBS)

lint: $(VENV)/ready-lint
	$(BIN)/ruff check src tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports

golden: $(VENV)/ready-test
	$(BIN)/python -m pytest tests/test_golden.py --rewrite-golden -q

docs: $(VENV)/ready-docs
	@$(BIN)/python scripts/docs.py
	$(BIN)/mkdocs build --strict

bench: $(VENV)/ready-test
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

score: $(VENV)/ready-run
	@$(BIN)/python scripts/score.py --shared $(SHARED)

lock:
	rm -rf $(VENV)-lock && $(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip --disable-pip-version-check --quiet install -e '.[test,lint,docs,site]'
	$(VENV)-lock/bin/python -m pip freeze --exclude-editable > requirements.lock
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) demo site build dist
