# Every target works in a fresh clone. What Python needs is installed into .venv, again when the requirements change.

MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help run serve test test-quick coverage bench lint format runtime development

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: runtime  ## Start the hub on http://127.0.0.1:8000 (PORT=… chooses another port); Ctrl-C stops it
	@.venv/bin/python scripts/run_hub.py

serve: runtime  ## Start the same as run, but with the web server of production
	@.venv/bin/python scripts/run_hub.py --gunicorn

test: development  ## Run all tests on SQLite and PostgreSQL, with Elasticsearch and a browser
	@.venv/bin/python scripts/run_tests.py

test-quick: development  ## Run the quick tests on SQLite, without servers and browser
	@.venv/bin/python scripts/run_tests.py --quick

coverage: development  ## Run the quick tests and print the lines that they leave out
	@.venv/bin/python scripts/run_tests.py --quick --cov --cov-report=term-missing:skip-covered

bench: development  ## Measure how fast answers are delivered, beside a bare Django view (needs wrk)
	@.venv/bin/python bench/delivery.py

lint: development  ## Check style, layers, types, templates and catalogues
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports --no-logo
	.venv/bin/mypy
	.venv/bin/djlint --lint --quiet .
	.venv/bin/python scripts/catalogues.py --check

format: development  ## Put the Python code into the common form
	.venv/bin/ruff check --fix-only --quiet .
	.venv/bin/ruff format .

runtime development:
	@scripts/install $@
