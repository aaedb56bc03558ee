# The two commands: `make run` opens the site, `make test` is all that a change must pass.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
BENCH := .venv-bench

.PHONY: run test bench fuzz lock clean help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/ —/'

$(STAMP): requirements.lock pyproject.toml
	@test -x $(BIN)/python || sh tools/venv.sh $(VENV) $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

run: $(STAMP)  ## build .venv and the database if missing, print a summary, serve the site
	@$(BIN)/lantu serve

test: $(STAMP)  ## everything a change must pass
	@sh tools/chromium.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

$(BENCH)/.installed: requirements-bench.lock pyproject.toml
	@test -x $(BENCH)/bin/python || sh tools/venv.sh $(BENCH) $(PYTHON)
	$(BENCH)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	$(BENCH)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(BENCH)/.installed

bench: $(BENCH)/.installed  ## long measurements, beside the libraries they are compared with
	@for script in bench/*.py; do echo "== $$script"; $(BENCH)/bin/python $$script || exit 1; done

MINUTES ?= 20
fuzz: $(STAMP)  ## odd input for 20 minutes (MINUTES=n), guided by coverage where atheris is installed
	$(BIN)/python tools/fuzz_reading.py --minutes $(MINUTES)

lock:  ## renew requirements.lock (needs uv)
	uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --no-annotate \
		--extra test --extra postgresql --quiet pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --no-annotate \
		--extra test --extra bench --constraint requirements.lock --quiet pyproject.toml -o requirements-bench.lock

clean:  ## remove what the two commands build
	rm -rf $(VENV) $(BENCH) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
