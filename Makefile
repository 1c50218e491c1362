# `make` alone prints what there is.
TAGS := sqlite_fts5
GO   := go
SHELL := /bin/bash
.DEFAULT_GOAL := help

help: ## print what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

build: ## write bin/pincite
	$(GO) build -tags $(TAGS) -o bin/pincite ./cmd/pincite

test: ## run all tests
	$(GO) test -tags $(TAGS) ./...

check: format vet lint test ## all that a commit must pass

format: ## fail where gofmt would change a file
	@out=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); if [ -n "$$out" ]; then echo "gofmt -w these:"; echo "$$out"; exit 1; fi

vet: ## go vet
	$(GO) vet -tags $(TAGS) ./...

.PHONY: help build test check format vet lint demo bench real accuracy
