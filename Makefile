# ibid: everything a developer does, one target each.
#
#   make setup      install the Debian packages that are missing (once; quick when all are there)
#   make build      the release executable, linked statically: .build/release/ibid
#   make run        build, then run the four bundled plugins over corpus/
#   make test       build, then all tests: unit tests, command transcripts, plugin tests, what the docs show
#   make lint       swift format and luacheck; fails on the first finding
#   make format     lay out the Swift sources as `make lint` wants them
#   make bench      measure speed beside the tools that people use today
#   make fuzz       fuzz each reader for a minute (SECONDS=600 for more), and Lua's functions against lua5.4
#   make sanitize   the tests under the address and thread sanitizers
#   make test-spark  the tests of integrations/spark, with PySpark on this machine
#   make docs       write docs/reference.md, the editor types and the manual page from their declarations
#   make test-report  look at the HTML report with headless Chromium; screenshots in .build/report-test
#   make exports    every export of corpus/ held against the schemas and readers of its format
#   make accept     the acceptance checks in ../shared; fails where there are none
#   make clean      remove everything that was built
#
# OUT names the folder that `make run` writes into.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

IBID := .build/release/ibid
OUT ?= out
SECONDS ?= 60
SWIFT_SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources \
  Fuzz/Package.swift Fuzz/Sources
LUA_SOURCES := plugins examples
PAGES := README.md CONTRIBUTING.md corpus/README.md examples/README.md $(wildcard docs/*.md)
EXAMPLES := $(patsubst %/plugin.lua,%,$(wildcard examples/*/plugin.lua))

.PHONY: setup build run test lint format bench fuzz sanitize test-spark test-report docs exports accept \
  clean

setup:
	@Scripts/setup

build: setup
	@Scripts/build

run: build
	$(IBID) run summary,counting,glossary,export corpus -o $(OUT) --format table
	@echo
	@echo "The same to look at:"
	@$(IBID) run summary,counting,glossary corpus -o $(OUT)/report --format html

# The transcripts drive the release executable, the one that people get.
test: build
	IBID=$(CURDIR)/$(IBID) swift test
	$(IBID) test
	$(IBID) test $(EXAMPLES)
	Scripts/check-docs $(PAGES)
	Tests/Terminal/session.sh $(IBID)
	Tests/Terminal/completions.sh $(IBID)

lint: setup
	swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)
	luacheck --quiet $(LUA_SOURCES)

format:
	swift format --in-place --parallel --recursive $(SWIFT_SOURCES)

bench: build
	Benchmarks/run $(CURDIR)/$(IBID)

fuzz: setup
	Fuzz/run $(SECONDS)

sanitize: setup
	Scripts/sanitize

test-spark: build
	Scripts/test-spark $(CURDIR)/$(IBID)

test-report: build
	Scripts/test-report $(IBID)

docs: build
	Scripts/docs $(IBID)

exports: build
	Scripts/check-exports $(IBID)

accept: build
	Scripts/accept $(IBID)

clean:
	rm -rf .build .build-address .build-thread $(OUT)
