# Everything a developer, a build machine or a first user does starts here.
# Only the Go, npm and Debian registries are used.

SHELL       := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
RESULTS     := .cache/results
FUZZTIME    ?= 30s
LISTEN      ?= 127.0.0.1:8080
GO_FOLDERS  := cmd internal scripts ui/embed.go ui/embed_test.go

UI_SOURCES  := $(shell find ui/src ui/public ui/scripts -type f 2>/dev/null) $(wildcard ui/*.json ui/*.ts)
GO_SOURCES  := $(shell find cmd internal -type f -not -name '*_test.go' -not -path '*/testdata/*' 2>/dev/null) $(wildcard ui/*.go) go.mod go.sum

comma := ,
say = @printf '\n== %s\n' "$(1)"

.PHONY: help run build test bench soak fuzz fmt clean check-tools tools tools-gcc tools-postgres tools-chromium \
	tools-poppler tools-fonts fmt-check vet lint ui ui-install ui-check ui-test go-test e2e clauses total

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: build ## build what changed and start the demo company on LISTEN (127.0.0.1:8080), data in ./data
	$(call say,http://$(LISTEN) (demo company; Ctrl-C stops it))
	@exec bin/huidan serve --demo --data ./data --listen $(LISTEN)

build: bin/huidan ## build the UI and bin/huidan where sources changed

bin/huidan: ui/dist/desk/index.html $(GO_SOURCES) | check-tools
	$(call say,build bin/huidan)
	@CGO_ENABLED=0 go build -trimpath -o bin/huidan ./cmd/huidan

test: ## everything that must be true before a change is done
	@rm -rf $(RESULTS)
	@status=0; \
	$(MAKE) --no-print-directory --keep-going tools fmt-check vet lint ui-check ui-test ui go-test e2e clauses || status=$$?; \
	$(MAKE) --no-print-directory --silent total || status=$$?; \
	exit $$status

bench: build ## measure over HTTP at 10k, 100k and 1M complaints (ARGS=... passed on)
	$(call say,bench)
	@go run ./scripts/bench $(ARGS)

soak: tools-postgres ## the long forms of the durability tests (RUN=pattern narrows)
	$(call say,soak)
	@HUIDAN_SOAK=1 go test -count=1 -timeout 8h -v -run '$(or $(RUN),.)' ./internal/...

fuzz: ## each fuzz target for FUZZTIME (30s)
	$(call say,fuzz $(FUZZTIME) each)
	@scripts/fuzz $(FUZZTIME)

fmt: ui-install ## format Go and TypeScript
	@gofmt -w $(wildcard $(GO_FOLDERS))
	@cd ui && npm run --silent format

clean: ## remove what was built; ./data stays
	@rm -rf bin .cache ui/dist/* ui/node_modules ui/test-results ui/playwright-report

# -- steps of `make test`, each runnable alone --

check-tools: ## are go, node and npm here and new enough?
	@scripts/tools go node npm

tools: ## install what the tests need and is absent (Debian; root or sudo)
	$(call say,tools)
	@scripts/tools go node npm gcc postgres chromium poppler fonts

tools-gcc tools-postgres tools-chromium tools-poppler tools-fonts:
	@scripts/tools $(@:tools-%=%)

fmt-check: ## is the Go code formatted?
	$(call say,gofmt)
	@unformatted=$$(gofmt -l $(wildcard $(GO_FOLDERS))); \
	if [ -n "$$unformatted" ]; then printf 'not formatted (run make fmt):\n%s\n' "$$unformatted"; exit 1; fi

vet: ## go vet
	$(call say,go vet)
	@go vet ./...

lint: ## staticcheck
	$(call say,staticcheck)
	@go run $(STATICCHECK) ./...

ui: ui/dist/desk/index.html ## build the UI where sources changed

ui/dist/desk/index.html: ui/node_modules/.package-lock.json $(UI_SOURCES)
	$(call say,build the UI)
	@cd ui && npm run --silent build
	@touch $@

ui-install: ui/node_modules/.package-lock.json

ui/node_modules/.package-lock.json: ui/package.json ui/package-lock.json | check-tools
	$(call say,npm ci)
	@cd ui && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
	@touch $@

ui-check: ui-install ## biome, tsc, and are the generated types those of the server?
	$(call say,biome$(comma) tsc$(comma) generated types)
	@cd ui && npm run --silent check
	@cd ui && npm run --silent types -- --check

ui-test: ui-install ## UI unit tests
	$(call say,vitest)
	@mkdir -p $(RESULTS)
	@cd ui && node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json=../$(RESULTS)/vitest.json

go-test: tools-gcc tools-postgres tools-poppler ## Go tests with the race detector, on SQLite and PostgreSQL
	$(call say,go test -race)
	@mkdir -p $(RESULTS)
	@go build -o .cache/report ./scripts/report
	@go test -race -timeout 30m -json ./... | .cache/report go $(RESULTS)/go.json

e2e: build tools-chromium tools-fonts ## walks through the demo in Chromium (ARGS=... passed on)
	$(call say,playwright)
	@mkdir -p $(RESULTS)
	@scripts/e2e $(ARGS)

clauses: ## which obligations of the regulation have passing tests? (after a test run)
	$(call say,coverage by clause)
	@go run ./scripts/report clauses $(RESULTS)

total: ## Go results by package and the sum of all tests (after a test run)
	$(call say,results)
	@mkdir -p $(RESULTS)
	@go run ./scripts/report total $(RESULTS) | tee $(RESULTS)/total.txt
