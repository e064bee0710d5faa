# Each target is one step and can be run alone; logic of more than a line is in scripts/.
# `make` alone prints this help.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export CGO_ENABLED ?= 0

##@ Use
run: ## start Orrery on http://127.0.0.1:7340 (needs Go only)
	go run ./cmd/orrery
test: ## install what is missing, then every check that CI runs (under 15 minutes on 2 cores)
	@scripts/test
setup: ## install PostgreSQL, Chromium, npm packages and the pinned tools (Debian)
	@scripts/setup

##@ Checks
lint: tools ## gofmt, golangci-lint, shell syntax
	@scripts/lint
unit: ## Go tests of every package but the store's, and of the repository as a whole
	@scripts/unit
store: ## the store's conformance suite on SQLite and PostgreSQL
	go test -count=1 ./internal/store/...
kill: ## SIGKILL a program that imports and edits at 200 moments; nothing may be lost
	@scripts/kill
race: ## the packages that share data between goroutines, under the race detector
	@scripts/race
fuzz: ## every fuzz target in the repository, a few seconds each
	@scripts/fuzz
e2e: ## the browser test, against the real program
	@scripts/e2e
licences: ## licences of everything that is linked or served
	go test -count=1 -run Licence -v ./internal/arch

##@ Screens and generated code
ui: ## build the screens into ui/dist (commit the result)
	npm --prefix ui run build
ui-check: ## rebuild the screens elsewhere and compare with ui/dist, byte by byte
	@scripts/ui-check
generate: tools ## SQL (sqlc), the OpenAPI document, its TypeScript types
	@scripts/generate
generate-check: tools ## fail when committed generated code is not what generate gives
	@scripts/generate --check

##@ Measure
bench: ## rows/s, latency, start time, memory, the models and the coder, against targets and peers (some 35 minutes; the coder needs ../shared)
	@scripts/bench
eval: ## how well the coder reads: the seeds, event sentences, attributions, natural sentences (needs ../shared)
	go run ./internal/eval
validity: ## what the models are worth: coverage, convergence, agreement with published series (some 20 minutes)
	@scripts/validity
train-linear: ## make the weights of the coder's linear model again from this project's sentences (seconds)
	go run ./internal/train/linear
train-tagger: ## make the data of the English tagger again (needs npm; a minute)
	@scripts/train-tagger

tools:
	@scripts/tools
help:
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z0-9-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' Makefile

.PHONY: train-linear train-tagger run test setup lint unit store kill race fuzz e2e licences ui ui-check generate generate-check bench eval validity tools help
