# `make run` and `make test` are all that a fresh machine needs (Python 3.11 or newer; Node for the network picture).
PYTHON ?= python3
BIN := .venv/bin
LEMMAS := da de en es fi fr hr hu it nl pl ro sl sv

.PHONY: run test check lint types unit browser web lock clean

run: .venv/.installed web .venv/.lemmas
	$(BIN)/socialmap demo

test: .venv/.installed-dev web browser .venv/.lemmas check

check: lint types unit

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m ontology.lint

types:
	$(BIN)/mypy

unit:
	$(BIN)/python -m pytest -q --cov --cov-report=term:skip-covered

.venv/.created:
	$(PYTHON) -m venv .venv
	touch $@

.venv/.installed: .venv/.created requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.lock
	$(BIN)/pip install --quiet --requirement requirements-dev.lock
	touch $@

# Lemma dictionaries of the example's languages, built two at a time; others are built when first needed.
.venv/.lemmas: .venv/.installed
	printf '%s\n' $(LEMMAS) | xargs -n 1 -P 2 $(BIN)/python -m ontology.lemma
	touch $@

web: .venv/.installed
	$(BIN)/python -m service.web.build

# The pages are tested in a real browser; on Debian, as root, it is installed when it is missing.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || echo "No Chromium here: the browser tests will be skipped. Install the package chromium to run them."

lock: .venv/.created
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv node_modules build dist *.egg-info service/web/static/build
