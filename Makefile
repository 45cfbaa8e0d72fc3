# Works in a plain clone on a fresh machine: `make demo` draws every sample, `make test` runs every check.
# Setting up is done once: what is installed is remembered by the files .venv/.* and build/machine-*.
#
#   PYTHON=/path/to/python3   the Python to use (3.11 or newer; found by itself otherwise)
#   ORGVIZ_SYSTEM=skip        never install system packages; show the line to run instead

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help demo pictures gallery setup test lint types pytest fuzz release score accept format docs doctor bench profile faults hostile lock clean distclean FORCE

VENV := .venv/bin

help: ## show what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' $(MAKEFILE_LIST) | awk -F ': ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

# ---- drawing

demo: setup ## set this machine up and draw samples/* to out/ as SVG, PNG and PDF
	@formats=$$($(VENV)/python tools/formats.py) && $(MAKE) --no-print-directory pictures FORMATS="$$formats"

ENDINGS := yaml txt md csv
FORMATS := svg png pdf
SAMPLES := $(filter-out samples/README.md,$(foreach ending,$(ENDINGS),$(wildcard samples/*.$(ending))))
PACKAGE := $(shell find orgviz styles -name '*.py' -o -name '*.yaml')
PICTURES = $(foreach format,$(FORMATS),$(patsubst samples/%,out/%.$(format),$(basename $(SAMPLES))))

pictures: $(PICTURES)
	@echo "✓ $(words $(PICTURES)) pictures:"
	@printf '$(foreach format,$(FORMATS),  %s)\n' $(sort $(PICTURES))

# A pattern rule with several targets makes all of them in one run; there is one for each ending of a sample.
define DRAW
$(foreach format,$(FORMATS),out/%.$(format)): samples/%.$(1) $(PACKAGE) build/machine-drawing .venv/.graphviz
	@echo "→ $$<"
	@mkdir -p out
	@$(VENV)/orgviz render $$< $(foreach format,$(FORMATS),-o out/$$*.$(format)) -q
endef
$(foreach ending,$(ENDINGS),$(eval $(call DRAW,$(ending))))

gallery: .venv/.graphviz ## draw the pictures of README.md, samples/ and docs/ anew
	@$(VENV)/python -m tools.gallery

docs: .venv/.dev ## build the small sites with charts of docs/sites to build/sites
	@$(VENV)/python -m tools.sites

# ---- setting up

setup: .venv/.graphviz ## set this machine up for drawing

# The machine is looked at anew in every run, but only once: not again by the inner make that draws.
LOOK_ANEW := $(if $(filter pictures,$(MAKECMDGOALS)),,FORCE)

build/machine-drawing: $(LOOK_ANEW)
	@tools/setup-system.sh drawing $@

build/machine-testing: build/machine-drawing $(LOOK_ANEW)
	@tools/setup-system.sh testing $@

build/machine-measuring: build/machine-drawing $(LOOK_ANEW)
	@tools/setup-system.sh measuring $@

build/bench/npm/.installed: tools/bench/package-lock.json tools/setup-peers.sh build/machine-measuring
	@tools/setup-peers.sh

.venv/.runtime: requirements/runtime.lock pyproject.toml tools/setup-python.sh | build/machine-drawing
	@tools/setup-python.sh runtime

.venv/.graphviz: .venv/.runtime requirements/graphviz.lock build/machine-drawing
	@if grep -q dot=no build/machine-drawing; then tools/setup-python.sh graphviz; fi
	@touch $@

.venv/.dev: .venv/.graphviz requirements/dev.lock
	@tools/setup-python.sh dev

.venv/.fuzz: .venv/.dev requirements/fuzz.lock
	@tools/setup-python.sh fuzz

.venv/.release: .venv/.dev requirements/release.lock
	@tools/setup-python.sh release

# ---- checking

test: lint types pytest ## set this machine up and run all checks

lint: .venv/.dev ## check style and formatting
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .

types: .venv/.dev ## check types
	$(VENV)/mypy --strict orgviz
	$(VENV)/mypy --strict -p tools.bench -p tools.hotspots

pytest: .venv/.dev build/machine-testing ## run the tests
	$(VENV)/pytest -n auto --dist worksteal

hostile: .venv/.dev build/machine-testing ## run all hostile inputs as processes, with limits of time and memory
	@$(VENV)/python -m tests.hostile.processes

score: .venv/.dev ## say how well the documents of tests/texts/corpus are read
	@$(VENV)/python -m tests.texts.score

faults: .venv/.dev ## break what can break while files are written, some thousand times (QUICK=1: some hundred)
	@$(VENV)/python -m tools.faults

accept: .venv/.dev ## take what the golden cases give now for right; read the difference before you commit it
	ORGVIZ_ACCEPT=1 $(VENV)/pytest -q tests/golden

FUZZED := yaml json text csv teams xlsx chart theme fmt svg photo deck
SECONDS := 60
SEED := 1

fuzz: .venv/.fuzz ## fuzz every reader, guided by coverage, each for SECONDS=60 from SEED=1
	@failed=; for target in $(FUZZED); do echo "→ $$target"; mkdir -p build/fuzz/$$target; \
	    $(VENV)/python -m tools.fuzz $$target --seconds $(SECONDS) --seed $(SEED) >build/fuzz/$$target/log 2>&1 || failed="$$failed $$target"; \
	    sed -n 's/^stat::number_of_executed_units: */  inputs tried: /p' build/fuzz/$$target/log; done; \
	if [ -n "$$failed" ]; then echo "✗ found something:$$failed (build/fuzz/*/log tells what)"; exit 1; fi; echo "✓ nothing found"

release: .venv/.release ## build the wheel, the source archive, the bill of materials and checksums into dist/, repeatably
	@$(VENV)/python -m tools.release

format: .venv/.dev ## format the code and mend what can be mended
	$(VENV)/ruff format .
	$(VENV)/ruff check --fix .

doctor: setup ## say what this machine has and lacks
	@$(VENV)/orgviz doctor

# ---- measuring

bench: .venv/.graphviz build/bench/npm/.installed ## measure orgviz and its peers; FULL=1: up to 100,000 boxes, for hours
	@$(VENV)/python -m tools.bench $(if $(FULL),--full)

profile: .venv/.graphviz ## say which functions take the time, stage by stage: FILE=org.yaml, FORMAT=svg
	@$(VENV)/python -m tools.hotspots $(if $(FILE),$(FILE),samples/tech-company.yaml) $(FORMAT)

# ---- keeping house

lock: ## pin all Python packages anew (needs uv)
	tools/lock.sh

clean: ## remove what was drawn and measured
	rm -rf out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

distclean: clean ## remove the environment, too
	rm -rf .venv

FORCE:
