# make demo   set up and write the dossier of the bundled example
# make test   set up and run every check
# make check  the same checks without the set-up, for an environment that stands

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check golden accuracy clean

demo: $(VENV)/.installed
	$(BIN)/crossread report examples/port-au-prince-2024/reports -o dossier.html
	@echo "Open $(CURDIR)/dossier.html in a browser."

test: $(VENV)/.dev
	$(MAKE) check BIN=$(BIN)

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

golden: $(VENV)/.dev
	$(BIN)/python -m pytest --golden -k golden

accuracy: $(VENV)/.dev
	$(BIN)/python benchmarks/accuracy.py

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist dossier.html .mypy_cache .ruff_cache .pytest_cache .hypothesis
