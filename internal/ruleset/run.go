package ruleset

import (
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// run is what the runners of one run of TFLint share: the root module, and others, which called modules read to see what they are
// called with. TFLint applies the configuration before each run, in a language server before each time it looks at the
// files, and that begins a new one, so nothing in it ages.
type run struct {
	mu        sync.Mutex
	files     map[string]*hcl.File
	modules   memo[map[string]*hcl.File] // by directory
	variables memo[answer]
	listings  memo[listing] // by directory

	// The root module as those that it calls see it, and its host. Who asks holds the lock for called modules.
	rootModule *terraform.Module
	rootHost   *host
}

// listing is the files in a directory and below it.
type listing struct {
	names []string
	err   error
}

// listing are the files in a directory, which is looked through once.
func (r *run) listing(dir string, list func() ([]string, error)) ([]string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	known := r.listings.get(dir, func() (l listing) {
		l.names, l.err = list()
		return l
	})
	return known.names, known.err
}

// answer is what TFLint says of a variable of the root module.
type answer struct {
	value cty.Value
	ok    bool
}

// root are the files of the root module, which are read once. Nobody changes them.
func (r *run) root(read func() map[string]*hcl.File) map[string]*hcl.File {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.files == nil {
		r.files = read()
	}
	return r.files
}

// evaluated is the root module, which is loaded once, and asks TFLint by way of whoever is being checked.
func (r *run) evaluated(by *host, load func() (*terraform.Module, *host)) *terraform.Module {
	if r.rootModule == nil {
		r.rootModule, r.rootHost = load()
	}
	r.rootHost.runner, r.rootHost.where = by.runner, by.where
	return r.rootModule
}

// module are the files of a module that is read from the disk, once. Nobody changes them.
func (r *run) module(dir string, read func() map[string]*hcl.File) map[string]*hcl.File {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.modules.get(dir, read)
}

// variable is the value of a variable of the root module, which is asked for once.
func (r *run) variable(name string, ask func() answer) answer {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.variables.get(name, ask)
}

// memo keeps what was asked for, by its name.
type memo[T any] map[string]T

func (m *memo[T]) get(name string, ask func() T) T {
	v, known := (*m)[name]
	if !known {
		v = ask()
		if *m == nil {
			*m = memo[T]{}
		}
		(*m)[name] = v
	}
	return v
}

// turns count who has asked for something.
type turns struct {
	mu    sync.Mutex
	taken map[string]int
}

// next is how many have asked for it before.
func (t *turns) next(name string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.taken == nil {
		t.taken = map[string]int{}
	}
	t.taken[name]++
	return t.taken[name] - 1
}
