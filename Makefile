# make help lists what there is to make.

PYTHON := $(or $(PYTHON),$(firstword $(foreach python,python3.11 python3 python3.12 python3.13,\
	$(if $(shell $(python) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo yes),$(python)))))
BIN := .venv/bin
NODE := tests/support/node
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
PIP_TOOLS := pip-tools==7.6.2

.DELETE_ON_ERROR:
.PHONY: help build test bench reproduce lint types contract hyphenation lock clean system-for-build system-for-tests

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

build: $(BIN)/toolkit system-for-build ## print every document in every language, into build/
	$(BIN)/toolkit build
	@echo "The editions are in $(CURDIR)/build"

test: .venv/ready-to-test $(NODE)/node_modules/.package-lock.json system-for-build system-for-tests ## run the whole suite
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile

bench: $(BIN)/toolkit system-for-build ## measure how long commands take over the least possible
	$(BIN)/python benchmarks/run.py

reproduce: $(BIN)/toolkit system-for-build ## make a release twice, in different surroundings, and compare the bytes
	@tools/system-packages reproduce
	$(BIN)/python tools/reproduce.py project

lint: .venv/ready-to-test ## check the style of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready-to-test ## check the types
	$(BIN)/mypy

contract: .venv/ready-to-test ## check that imports go one way
	$(BIN)/lint-imports

hyphenation: $(BIN)/toolkit ## write the Turkmen patterns anew, after a change of the rule
	$(BIN)/python -X utf8 -c 'from toolkit.language.turkmen_hyphenation import dictionary; print(dictionary(), end="")' \
		> templates/hyphenation/hyph_tk.dic

# The settings of the machine that makes the lock must not show in it.
lock: ## pin the newest releases that pyproject.toml allows, with their hashes
	$(PYTHON) -m venv .lock-venv
	$(PIP) .lock-venv/bin/pip install --quiet $(PIP_TOOLS)
	for list in "--output-file=requirements.txt" "--extra=sign --output-file=requirements-sign.txt" \
		"--extra=dev --extra=sign --output-file=requirements-dev.txt"; do \
		env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
			CUSTOM_COMPILE_COMMAND="make lock" \
			.lock-venv/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras \
			--all-build-deps --allow-unsafe --no-emit-options --no-emit-index-url --no-emit-find-links \
			--no-emit-trusted-host $$list pyproject.toml || exit 1; \
	done

clean: ## remove everything that was made
	rm -rf .venv .lock-venv build dist $(NODE)/node_modules .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: what runs the toolkit, then what tests it. Every file is checked against its hash.

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; this system has $$(python3 --version 2>&1)." >&2; exit 1; }
	@PYTHON=$(PYTHON) tools/system-packages python
	$(PYTHON) -m venv --clear .venv

$(BIN)/toolkit: requirements.txt pyproject.toml | .venv/bin/python
	$(PIP) $(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(PIP) $(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-to-test: requirements-dev.txt $(BIN)/toolkit
	$(PIP) $(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

$(NODE)/node_modules/.package-lock.json: $(NODE)/package.json $(NODE)/package-lock.json | system-for-tests
	npm ci --prefix $(NODE)
	@touch $@

system-for-build:
	@tools/system-packages build

system-for-tests:
	@tools/system-packages test
