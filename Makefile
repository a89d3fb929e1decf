# `make demo` and `make test` set everything up themselves; nothing but Python >= 3.11 is needed.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test check accept clean

demo: $(VENV)/.demo
	$(BIN)/policydoc demo

test: $(VENV)/.test
	$(MAKE) --no-print-directory check

# Format, lint, types, import contracts, tests: what CI runs.
check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest $(if $(CI),-n 2,)

# Rewrite the golden files; read the diff before you commit it.
accept: $(VENV)/.test
	$(BIN)/python -m pytest --accept tests/policies

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "policydoc 需要 Python 3.11 或更高版本；可用 make PYTHON=/path/to/python3 指定。"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.demo

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
