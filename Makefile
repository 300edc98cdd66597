# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help run test check demo-crawl bench clean

help: ## What can be typed here
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "ocop needs Python 3.11 or newer: install python3 and python3-venv, or say make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "ocop needs Python 3.11 or newer; $(PYTHON) is older. Say make PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "No virtual environment could be made: on Debian and Ubuntu, apt-get install python3-venv"; exit 1; }
	@echo "Installing ocop and its parts into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

run: $(STAMP) ## Set up, read the bundled sample, print the national table
	@$(BIN)/ocop run corpus/sample

test: $(STAMP) ## Set up, check the style, types and layers, run all tests
	@$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(STAMP) ## Format, lint, types and layers, without the tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

demo-crawl: $(STAMP) ## Crawl a town of test portals on this machine, read it, print the table
	@PYTHONPATH=tests $(BIN)/python -m town.demo

bench: $(STAMP) ## Measure accuracy and speed beside the peers, in one run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]' || echo "The peers could not be installed; their rows will say so."
	@$(BIN)/python -m bench

clean: ## Remove the virtual environment and everything that can be rebuilt
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
