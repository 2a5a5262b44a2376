# One command for each habit. Everything lives in .venv, which the first command makes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# More workers than cores, since screens wait; Python keeps what it compiled, since tests start it often.
TEST := PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n 4 --dist worksteal

.PHONY: run test check format bench cluster dist-check docs explore faults man model scorer screenshots clean

run: $(VENV)/run
	@$(BIN)/seedreader $(ARGS)

test: $(VENV)/dev
	@$(TEST)

check: $(VENV)/dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(TEST)

format: $(VENV)/dev
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: $(VENV)/dev
	@$(BIN)/python -m tests.benchmarks.run $(ARGS)

# A corpus on a real dask.distributed cluster, a worker of which is killed; brings 40 MB, so not in `test`.
cluster: $(VENV)/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[cluster]'
	@$(BIN)/pytest tests/corpus/file/test_cluster.py $(ARGS)

# Property tests with twenty times as many examples, new ones each time; minutes to an hour.
explore: $(VENV)/dev
	@$(TEST) --hypothesis-profile explore -m hypothesis $(ARGS)

# Kills, disk errors, power cuts, full disks and damage; needs Linux, root and strace.
faults: $(VENV)/dev
	@$(BIN)/python -m tests.benchmarks.faults $(ARGS)

# Trains the boilerplate model anew from the pages in DATA; the extra pins what the weights depend on.
DATA ?= ../shared/eval/data
model: $(VENV)/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[model]'
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python tests/benchmarks/train_boilerplate.py $(DATA) $(ARGS)

# Trains the scorer of one fact anew from ../shared/eval/data and the pairs that were judged by reading.
scorer: $(VENV)/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check numpy scikit-learn
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/train_same_fact.py ../shared/eval/data $(ARGS)

# Wheel and sdist in clean environments: pip, pipx and uv, every Python that is here; needs the package index.
dist-check: $(VENV)/dev
	@$(BIN)/python -m tests.distribution.check $(ARGS)

# The man page, made from the parsers of the command line.
man: $(VENV)/dev
	@$(BIN)/seedreader man > man/seedreader.1.new && mv man/seedreader.1.new man/seedreader.1

# The documentation as pages: docs/_build/index.html
docs: $(VENV)/dev
	@$(BIN)/python -m sphinx -W -q -b html docs docs/_build

screenshots: $(VENV)/dev
	@$(BIN)/python screenshots/make.py

clean:
	rm -rf $(VENV)

$(VENV)/run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "seedreader needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: $(VENV)/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
