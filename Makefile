# Everything a newcomer needs: `make run` and `make test`. What they need they install, or say how.
.DEFAULT_GOAL := help
PYTHON ?= python3
UV := $(shell command -v uv || echo .tools/bin/uv)
PY := .venv/bin/python
MANAGE := $(PY) site/manage.py
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.PHONY: help run test check test-sqlite test-postgresql bench messages translate packages clean

help: ## show what can be made
	@grep -hE '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 18

run: .venv/ready messages ## set up, load the demo world once, serve http://127.0.0.1:8000
	$(MANAGE) prepare --demo
	$(MANAGE) serve

test: packages check ## everything: lint, types, all tests on both databases at once
	$(MAKE) -j2 test-sqlite test-postgresql

check: .venv/ready messages ## lint, import order of the rooms, types, translations
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/lint-imports
	.venv/bin/mypy
	$(MANAGE) makemigrations --check --dry-run -v0

test-sqlite: .venv/ready messages ## all tests on SQLite
	$(PY) -m pytest --create-db $(ARGS)

test-postgresql: .venv/ready messages ## all tests on PostgreSQL, which comes as a Python package
	VAR_DIR=var/tests-postgresql $(PY) tests/on_postgresql.py $(PY) -m pytest --create-db $(ARGS)

bench: .venv/ready messages ## measure, as ratios within one run
	$(PY) -m tests.bench

messages: .venv/ready
	@$(PY) -m babel.messages.frontend compile -D django -d site/zhunong/locale --quiet 2>/dev/null || \
		$(PY) -m babel.messages.frontend compile -D django -d site/zhunong/locale

translate: .venv/ready packages ## collect new texts into the translation file
	$(MANAGE) makemessages -l zh_Hans --no-location --no-wrap -i .venv -i .tools -i var -i tests

packages: # Debian's packages that tests need: a browser and gettext
	@if [ -z "$(CHROMIUM)" ] || ! command -v xgettext >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq chromium gettext fonts-noto-cjk; \
		else \
			echo "Tests need a browser and gettext; install them with:"; \
			echo "  sudo apt-get install chromium gettext fonts-noto-cjk"; exit 1; \
		fi; \
	fi

.venv/ready: pyproject.toml uv.lock $(UV)
	$(UV) sync --locked --python $(PYTHON)
	@touch $@

.tools/bin/uv:
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq python3-venv; \
		else \
			echo "Python's venv is missing; install it with:"; echo "  sudo apt-get install python3-venv"; exit 1; \
		fi; }
	$(PYTHON) -m venv .tools
	.tools/bin/pip install --quiet --disable-pip-version-check uv

clean: ## remove the environment and tools, keep var/
	rm -rf .venv .tools
