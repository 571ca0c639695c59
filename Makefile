# Turntide. `make run` shows what it does; `make test` holds it to what it promises.
SHELL := /bin/bash
PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: run read test check lint types floors migrations tests tests-postgresql bench bench-site bench-delivery bench-shown fuzz examples screens lock clean help

help:            ## say what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

run: .venv/.made ## start the site with an example place; everything it keeps is in .turntide
	@$(BIN)/turntide up --data .turntide --example

read: .venv/.made ## read the shipped example plan and show it as a tree
	@$(BIN)/turntide read examples/tarrow-active-plan.docx

test: .venv/.made packages lint types floors migrations tests tests-postgresql ## everything that has to hold

check: lint types floors ## the quick half of `make test`

packages:        ## install the Debian packages the tests need, saying which
	@scripts/debian-packages

lint: .venv/.made
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.made
	$(BIN)/mypy

floors: .venv/.made
	$(BIN)/lint-imports

migrations: .venv/.made
	scripts/with-postgresql $(BIN)/python scripts/check_migrations.py

# Half as many again as there are processors: tests wait for browsers, workers and letters a third of their time.
WORKERS ?= $(shell echo $$(( ($$(nproc) * 3 + 1) / 2 )))
# Whoever is done takes from the others, so that nobody waits for the slow ones at the end.
SHARED = -n $(WORKERS) --dist worksteal

tests: .venv/.made
	$(BIN)/pytest $(SHARED)

# What a page looks like, what its text or its headers hold, who may open it, how a browser treats it and what a paper says
# does not depend on the database: that is tested once. Whole journeys go on both (a second edition, two
# people at once); that of every single file goes once.
ONCE = tests/web/design tests/web/safety/test_views_keep_to_their_place.py tests/web/safety/test_forms_are_guarded.py \
	tests/web/safety/test_markup_stays_text.py tests/web/safety/test_headers_of_every_answer.py \
	tests/web/safety/test_matrix_of_routes.py \
	tests/web/journeys/test_every_page_for_everybody.py tests/web/journeys/test_journeys_in_other_ways.py \
	tests/web/journeys/test_journeys_of_files.py
# These start an installation of their own, which is on SQLite whatever the tests are on.
OWN = tests/web/intake/test_reading_survives_kills.py tests/web/mail/test_a_real_worker_sends.py \
	tests/web/api/test_webhooks_survive_kills.py \
	tests/web/mail/test_mail_commands.py tests/web/running/test_looking_after_accounts.py tests/web/running/test_up.py
PURE = '*_in_a_browser.py' 'test_papers_*.py' 'test_pictures_*.py' 'test_printing_*.py'
tests-postgresql: .venv/.made ## the tests of what the site keeps again, on PostgreSQL
	scripts/with-postgresql $(BIN)/pytest $(SHARED) tests/web $(addprefix --ignore ,$(ONCE) $(OWN)) $(addprefix --ignore-glob ,$(PURE))

bench: .venv/.made bench/.venv/.made ## speed, memory and what is recovered, next to other libraries
	$(BIN)/python bench/run.py

bench-site: .venv/.made ## the site on both databases with 20 people at work, next to Redmine
	@bench/site/debian-packages-redmine
	scripts/with-postgresql $(BIN)/python bench/site/loading.py

bench-delivery: .venv/.made ## rounds of 5,000 requests to 800 people, on both databases
	$(BIN)/python bench/delivery/opening.py
	$(BIN)/python bench/delivery/board.py
	scripts/with-postgresql $(BIN)/python bench/delivery/opening.py
	scripts/with-postgresql $(BIN)/python bench/delivery/board.py

bench-shown: .venv/.made ## periods, papers, the public page and the API, up to 20,000 actions
	$(BIN)/python bench/periods/taking.py
	$(BIN)/python bench/reporting/printing.py
	$(BIN)/python bench/publishing/pages.py
	$(BIN)/python bench/api/listing.py

bench/.venv/.made: bench/requirements.lock
	$(PYTHON) -m venv bench/.venv
	bench/.venv/bin/pip install --quiet --disable-pip-version-check torch==2.13.0
	bench/.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
		--requirement bench/requirements.lock
	@touch $@

fuzz: .venv/.made ## throw mutated files at the reader for a minute
	$(BIN)/python bench/fuzz.py --seconds 60

examples: .venv/.made ## make the example plans again
	$(BIN)/python scripts/make_examples.py

screens: .venv/.made ## take a picture of every page, to docs/screens
	$(BIN)/python scripts/take_screens.py

lock:            ## work out the lock file again from pyproject.toml and requirements-dev.in
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet pip-tools
	.venv-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --extra ocr --output-file requirements.lock \
		pyproject.toml requirements-dev.in
	rm -rf .venv-lock

clean:           ## remove what was made, not what was written
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.made: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Turntide needs Python 3.11; install it, or name yours: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
