# `make` alone lists what there is. The tools come from scripts/tools.sh, which keeps them outside the checkout.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

export PATH := $(shell scripts/tools.sh path):$(PATH)
REPORTER ?= spec
STEP := scripts/step.sh
HOST := --locked --workspace --no-default-features --features porthole/cli
PAGE := --locked --no-default-features --features web --target wasm32-unknown-unknown

.PHONY: help serve dist test bench docs core fmt lint browser build-tools test-tools

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

serve: dist ## installs what is missing, builds the page and serves it on this machine
	@node scripts/serve.mjs

dist: build-tools ## builds dist/porthole.html, the whole product in one file
	@scripts/dist.sh

test: test-tools ## installs what is missing and runs every check
	@$(STEP) "format" cargo fmt --all --check
	@$(STEP) "lints: library, terminal program, tests" cargo clippy $(HOST) --all-targets -- -D warnings
	@$(STEP) "lints: page" cargo clippy $(PAGE) --lib --bin page -- -D warnings
	@$(STEP) "core has no web crate" scripts/core-is-pure.sh
	@$(STEP) "tests: library, terminal program, packer" cargo nextest run $(HOST) --no-fail-fast
	@$(STEP) "tests: examples in the documentation" cargo test $(HOST) --doc --quiet
	@$(STEP) "build the page" scripts/dist.sh
	@echo "== tests: the page in a browser, its size"
	@$(MAKE) --no-print-directory browser-only REPORTER=$(REPORTER)

core: ## the fast inner loop: tests of the core alone
	@cargo nextest run --locked --no-default-features

browser: test-tools dist ## builds the page and runs the browser tests alone
	@$(MAKE) --no-print-directory browser-only

bench: test-tools ## measures the reader, natively and beside JSON.parse in Chromium
	@scripts/bench.sh

docs: ## writes docs/rules.md anew
	@cargo run --locked --quiet --no-default-features --features cli -- rules --format markdown --lang en > target/rules.md
	@mv target/rules.md docs/rules.md

fmt: ## formats the code
	@cargo fmt --all

lint: ## clippy for the host and for the page
	@cargo clippy $(HOST) --all-targets -- -D warnings
	@cargo clippy $(PAGE) --lib --bin page -- -D warnings

.PHONY: browser-only
browser-only:
	@node --test --test-concurrency=1 --test-reporter=$(REPORTER) tests/browser/*.test.mjs

build-tools:
	@scripts/tools.sh build

test-tools:
	@scripts/tools.sh test
