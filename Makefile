# `make` alone prints what there is.
GO    := go
TAGS  := sqlite_fts5
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help build demo test check format vet lint bench accuracy real shared fuzz clean

help: ## print what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

build: ## write bin/pincite
	$(GO) build -tags $(TAGS) -o bin/pincite ./cmd/pincite

demo: build ## run the main job on the example state, without a network
	bin/pincite demo --dir out/demo

test: ## run all tests
	$(GO) test -tags $(TAGS) ./...

check: format vet lint test ## all that a commit must pass

format: ## fail where gofmt would change a file
	@out=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); \
	if [ -n "$$out" ]; then echo "run gofmt -w on:"; echo "$$out"; exit 1; fi

vet: ## go vet
	$(GO) vet -tags $(TAGS) ./...

lint: bin/staticcheck ## staticcheck, all checks on
	bin/staticcheck -tags $(TAGS) ./...

bin/staticcheck: tools/lint/go.mod tools/lint/go.sum
	cd tools/lint && $(GO) build -o ../../bin/staticcheck honnef.co/go/tools/cmd/staticcheck

bench: ## Go benchmarks of the hot paths
	$(GO) test -tags $(TAGS) -run '^$$' -bench . -benchmem ./...

accuracy: shared ## parse the shared statutes and print how right the sections are
	$(GO) test -tags $(TAGS) -count=1 -run Accuracy -v ./scrapers

real: shared build ## run the pipeline over the shared statutes of seven jurisdictions
	bin/pincite real --shared ../shared --dir out/real

shared: # the tests and the program would say it too, the tests by a skip that ends well
	@test -d ../shared/corpus || { echo "../shared/corpus is not there: this needs the mirror of real statutes, which is no part of this repository (README.md, \"Two commands\")" >&2; exit 2; }

fuzz: ## a minute of fuzzing for each target
	@for target in $$(grep -rhoE '^func Fuzz[A-Za-z]+' --include='*_test.go' . | sed 's/func //' | sort -u); do \
	  for pkg in $$(grep -rlE "^func $$target\(" --include='*_test.go' . | xargs -n1 dirname); do \
	    $(GO) test -tags $(TAGS) -run '^$$' -fuzz "^$$target$$" -fuzztime 1m $$pkg || exit 1; done; done

clean: ## remove what the build and the demo wrote
	rm -rf bin out
