# `make serve` and `make test` are all that a new machine needs; each sets up what it lacks.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1
export PYTHONUTF8 = 1
unexport PYTHONDONTWRITEBYTECODE   # each command and each copy would compile the program anew

.PHONY: help serve build test sync bench lock clean

help:
	@echo "make serve   set up, build, and read the archive at http://127.0.0.1:8000/"
	@echo "make test    set up and run all tests (installs Chromium and CJK fonts if they are missing)"
	@echo "make build   write the static site to site/"
	@echo "make bench   measure builds of generated archives beside other site generators"
	@echo "make sync    bring every translation.po in step with its text"

serve: .venv/ready   # its hook makes the pages first, and tells what is wrong
	$(BIN)/mkdocs serve

build: .venv/ready
	$(BIN)/casebook build --strict
	$(BIN)/mkdocs build --strict

sync: .venv/ready
	$(BIN)/casebook sync

test: .venv/ready-to-test
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.12 …')"
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

.venv/ready-to-test: .venv/ready requirements-test.lock tests/prepare.sh
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	bash tests/prepare.sh $(BIN)/python
	touch $@

lock:   # needs uv; the lock holds for Python 3.11 and newer on every system
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean:
	rm -rf .venv .cache site docs/archive

N ?= 5 100
bench: .venv/ready-to-test   # beside other site generators: HUGO=path, ELEVENTY="npx eleventy" name those that are installed
	$(BIN)/python -m benchmarks.bench $(N)
