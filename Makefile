# driftlab: see README.md. The toolchain is fetched by any Go from 1.21 on.
export GOTOOLCHAIN := go1.27.3
export GOEXPERIMENT := simd

PORT ?= 8080
TSC := npx --yes -p typescript@5.9.3 tsc

# What the sources are: git's word for them where they are its own, else the newest release
# of the change log. So many digits tell commits apart in every clone.
GIT := GIT_CEILING_DIRECTORIES=$(abspath ..) git
VERSION := $(or $(shell $(GIT) describe --tags --always --dirty --abbrev=10 2>/dev/null),\
	$(shell sed -n 's/^\#\# \[\{0,1\}v\{0,1\}\([0-9][^] ]*\).*/\1/p' CHANGELOG.md | head -n 1),unversioned)
STAMP := -ldflags "-X driftlab/engine.version=$(VERSION)"

# What runs without a browser, what runs on it, and what runs on both. What draws does so on
# paper where there is no browser.
PURE := ./engine/... ./render/plot/...
DRAWN := ./render ./render/paper ./scenes/...
HOST := $(PURE) $(DRAWN) ./wasm/fold/... ./wasm/page ./wasm/serve ./wasm/e2e/...
WEB := $(PURE) $(DRAWN) ./render/screen ./wasm/engine ./wasm/view

# How long `make fuzz` runs each fuzzer.
FUZZTIME ?= 10m

# What runs arm64's programs here: nothing is needed on such a machine.
ARM64 := $(if $(filter arm64 aarch64,$(shell uname -m)),,-exec qemu-aarch64)

# The data of which git has only what makes them: "make" makes them once, and again when that has changed.
DATA := assets/data/strokes.bin
$(DATA): $(wildcard engine/task/digits/*.go engine/cmd/pack/*.go) go.sum
	go generate ./engine/task/digits

.PHONY: run dist lab test vet test-native test-scalar test-node test-browser in-chromium test-firefox in-firefox test-arm64 test-slurm fuzz bench bench-table chromium lint gen gen-check clean

run: dist
	go run ./wasm/serve -port $(PORT)

dist: $(DATA)
	@go run $(STAMP) ./wasm/page

lab: $(DATA)
	go build -trimpath $(STAMP) -o bin/lab ./engine/cmd/lab

# Under qemu and in Firefox too, where they are. No test skips itself (a test sees to that), so
# these are all that may be left out, and it is said.
QEMU := $(shell command -v qemu-aarch64)
FIREFOX := $(shell command -v firefox-esr || command -v firefox)
SKIPPED := $(if $(or $(QEMU),$(if $(ARM64),,native)),,test-arm64: there is no qemu-aarch64 here (Debian: qemu-user);) \
	$(if $(FIREFOX),,test-firefox: there is no Firefox here (Debian: firefox-esr);)
# The longest comes first, and the others beside it: a browser that draws in software waits often
# enough. What a command says it says in one piece, and what fails there fails the whole.
STAGES := in-chromium test-native test-scalar test-node $(if $(QEMU),test-arm64) $(if $(FIREFOX),in-firefox)
test: vet gen-check dist chromium $(DATA)
	@$(MAKE) --no-print-directory -j 2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=line) $(STAGES)
	@echo "make test: $(if $(strip $(SKIPPED)),skipped $(strip $(SKIPPED)),nothing was skipped)"

# All that go vet finds, once; TEST need not look again.
vet:
	go vet $(HOST)
	GOEXPERIMENT= go vet $(KERNELS)
	GOOS=js GOARCH=wasm go vet $(WEB)
	GOARCH=arm64 go vet $(PURE)

TEST := go test -vet=off

test-native: $(DATA)
	$(TEST) $(PURE) $(DRAWN) ./wasm/fold ./wasm/page ./wasm/serve

# Without SIMD, and on arm64, other instructions compute the same, in packages num and rng only
# (a test sees to that). So what is tested again there are the bits: those of the kernels and of
# the networks, of spectra, of the golden tables, where a hash tells of every parameter of every
# exhibit's runs; and that nothing is allocated. What follows from the bits (statistics, phases,
# words, files) is tested where they come fastest.
KERNELS := ./engine/num ./engine/rng ./engine/nn
BITS := -run 'Golden|SameBits|Pieces|Exhibits/./allocations' ./engine/simtest ./engine/measure/spectrum

test-scalar: $(DATA)
	GOEXPERIMENT= $(TEST) $(KERNELS)
	GOEXPERIMENT= $(TEST) $(BITS)

# The same tests as the browser's engine runs them: folded, with SIMD, and the bits without. What folds
# has a name of its own for every state of its sources, so that no old result is taken for new.
NODE = $(CURDIR)/bin/node-$(shell cat wasm/fold/*.go wasm/fold/node/*.go | cksum | cut -d ' ' -f 1)
test-node: $(DATA)
	go build -o $(NODE) ./wasm/fold/node
	GOOS=js GOARCH=wasm $(TEST) -exec $(NODE) $(PURE) ./wasm/engine
	GOOS=js GOARCH=wasm GOEXPERIMENT= $(TEST) -exec $(NODE) $(KERNELS) ./wasm/engine
	GOOS=js GOARCH=wasm GOEXPERIMENT= $(TEST) -exec $(NODE) $(BITS)

test-browser: dist chromium
	@$(MAKE) --no-print-directory in-chromium

in-chromium:
	$(TEST) -count=1 -timeout 18m ./wasm/e2e ./wasm/e2e/bench

# The page opens, computes and speaks in Firefox.
test-firefox: dist
	@$(MAKE) --no-print-directory in-firefox

in-firefox:
	$(TEST) -count=1 ./wasm/e2e/firefox

# The kernels' tests and the golden tables as arm64 runs them, on other machines under qemu
# (Debian: qemu-user). That nothing there is rounded otherwise, `make test` finds without it.
test-arm64: $(DATA)
	DRIFTLAB_TEST_UNDER=$(if $(ARM64),$(QEMU)) GOARCH=arm64 $(TEST) $(ARM64) $(KERNELS)
	DRIFTLAB_TEST_UNDER=$(if $(ARM64),$(QEMU)) GOARCH=arm64 $(TEST) $(ARM64) -run 'Golden|SameBits' ./engine/cmd/lab ./engine/measure/spectrum

# An array of jobs under a real Slurm, which the test starts itself: half a minute, and no part of `make test`.
test-slurm: $(DATA)
	@missing=; for p in slurmctld slurmd sbatch munged; do PATH="$$PATH:/usr/sbin:/sbin" command -v $$p >/dev/null || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "make test-slurm: nothing was tested, for these are not here:$$missing (Debian: slurm-wlm, munge)"; \
	else $(TEST) -count=1 -tags slurm ./engine/cmd/lab/cluster; fi

# Every fuzzer for FUZZTIME, as many at a time as there are processors.
fuzz: $(DATA)
	@for p in $$(go list $(PURE) ./wasm/fold); do go test -list '^Fuzz' $$p | sed -n "s,^Fuzz.*,$$p &,p"; done | \
	xargs -P $$(getconf _NPROCESSORS_ONLN) -L 1 sh -c 'go test -run NONE -fuzz "^$$1\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 2s -parallel 1 $$0'

# One JSON line per case, of all usual ones or of CASES=fig2,sweep-long; `make -s bench-table < bench.jsonl`
# makes a table of them.
bench: chromium $(DATA)
	@go run $(STAMP) ./wasm/page >&2
	@go run ./wasm/e2e/bench $(if $(CASES),-case $(CASES))

bench-table:
	@go run ./wasm/e2e/bench -markdown

# Chromium for the browser tests: Debian's, if it is missing and may be installed.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq chromium; \
	elif sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo apt-get install -y -qq chromium; \
	else echo "The browser tests need Chromium. Install it (Debian: apt install chromium) and try again." >&2; exit 1; fi

lint: vet
	@test -z "$$(go tool gofumpt -l . | tee /dev/stderr)" || { echo "gofumpt would change the files above" >&2; exit 1; }
	go build -o bin/staticcheck honnef.co/go/tools/cmd/staticcheck
	bin/staticcheck $(HOST)
	GOOS=js GOARCH=wasm bin/staticcheck $(WEB)
	$(TSC) -p wasm/shell

gen:
	go generate ./engine/...

# What is generated has to be what is committed.
gen-check: gen
	git diff --exit-code --stat -- '*_gen.go'

clean:
	rm -rf bin dist
