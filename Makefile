# Every target works in a fresh clone. What Python needs is installed into .venv, again when the requirements change.

MAKEFLAGS += --no-print-directory
PIP = .venv/bin/python -m pip --disable-pip-version-check install --quiet

.DEFAULT_GOAL := help
.PHONY: help run test test-quick lint format

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.runtime  ## Start the hub on http://127.0.0.1:8000 (PORT=… chooses another port); Ctrl-C stops it
	@.venv/bin/python scripts/run_hub.py

test: .venv/.development  ## Run all tests on SQLite and PostgreSQL, with Elasticsearch and a browser
	@.venv/bin/python scripts/run_tests.py

test-quick: .venv/.development  ## Run the quick tests on SQLite, without servers and browser
	@.venv/bin/python scripts/run_tests.py --quick

lint: .venv/.development  ## Check style, types of mistakes, templates and catalogues
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/djlint --lint --quiet .
	.venv/bin/python scripts/catalogues.py --check

format: .venv/.development  ## Put the Python code into the common form
	.venv/bin/ruff check --fix-only --quiet .
	.venv/bin/ruff format .

.venv/bin/python:
	@scripts/create-venv

.venv/.runtime: requirements.txt | .venv/bin/python
	@echo "Installing what the hub needs into .venv …"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.development: requirements-dev.txt requirements.txt | .venv/bin/python
	@echo "Installing what tests and checks need into .venv …"
	@$(PIP) -r requirements-dev.txt
	@touch $@ .venv/.runtime
