package ruleset

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/terraform-linters/tflint-plugin-sdk/hclext"
	"github.com/terraform-linters/tflint-plugin-sdk/logger"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// caller is the module that calls the one that is checked, and the instance of its call.
type caller struct {
	module    *terraform.Module
	call, key string
}

// findCallers reads the root module, and the modules through which it calls this one. TFLint checks every instance of a call, but
// doesn't tell which one it is: what is found are those that it may be.
func (h *host) findCallers(given terraform.Given) []caller {
	calls, err := h.runner.GetModulePath()
	if err != nil || len(calls) == 0 {
		return nil
	}
	files := h.runner.run.root(h.runner.rootFiles)
	if len(files) == 0 {
		return nil
	}
	root := h.runner.run.evaluated(h, func() (*terraform.Module, *host) {
		root := &host{runner: h.runner, sizes: sizes(files), ctx: tflint.RootModuleCtxType, where: h.where}
		return terraform.Load(files, root, rule.Computed), root
	})
	most := maxCallers
	if len(calls) > 1 {
		most = maxDistantCallers
	}
	found := callersOf(root, calls, most)
	var fitting []caller
	for _, c := range found {
		if len(found) == 1 || c.module.Fits(c.call, c.key, given) {
			fitting = append(fitting, c)
		}
	}
	if len(fitting) == 0 {
		return found // what is known says less than it seems
	}
	return fitting
}

// share tells which of several callers this check takes, where other checks can't be told from it: all of them, and the others none,
// so that what is found comes in one order. Fixes are tried again and again, and each check takes one.
func (h *host) share(found []caller, given terraform.Given) []caller {
	calls, err := h.runner.GetModulePath()
	if len(found) < 2 || err != nil {
		return found
	}
	name := calls.String()
	for _, c := range found {
		name += " " + c.key
	}
	for _, variable := range found[0].module.Arguments(found[0].call) {
		if v, ok := given.Value(variable); ok && v.IsKnown() {
			name += fmt.Sprintf(" %s=%#v", variable, v)
		}
	}
	turn := h.runner.turns.next(name)
	switch {
	case h.runner.fixing:
		return found[turn%len(found):][:1]
	case turn > 0:
		h.idle = true
	}
	return found
}

// maxCallers and maxDistantCallers are how many instances of a called module are told apart: of one that the root module calls, and of
// one that others call, which have to be evaluated once for each. Of more what holds of all is known.
const (
	maxCallers        = 200
	maxDistantCallers = 40
)

// callersOf are the instances of the last of a chain of calls.
func callersOf(m *terraform.Module, calls []string, most int) []caller {
	keys := m.Instances(calls[0])
	if len(keys) > most {
		keys = []string{""}
	}
	var out []caller
	for _, key := range keys {
		if len(calls) == 1 {
			out = append(out, caller{m, calls[0], key})
		} else if called := m.Called(calls[0], key); called != nil {
			out = append(out, callersOf(called, calls[1:], max(most/len(keys), 1))...)
		}
	}
	return out
}

// rootFiles are the files of the root module. TFLint gives its content only by schema, but knows its files by name; their
// names are in the ranges of its blocks.
func (r *runner) rootFiles() map[string]*hcl.File {
	var headers hclext.BodySchema
	for typ, labels := range map[string][]string{
		"resource": {"type", "name"}, "data": {"type", "name"}, "module": {"name"}, "variable": {"name"}, "locals": nil,
	} {
		headers.Blocks = append(headers.Blocks, hclext.BlockSchema{Type: typ, LabelNames: labels, Body: &hclext.BodySchema{}})
	}
	content, err := r.GetModuleContent(&headers, &tflint.GetModuleContentOption{
		ModuleCtx: tflint.RootModuleCtxType, ExpandMode: tflint.ExpandModeNone,
	})
	if err != nil {
		logger.Debug("the root module can't be read", "error", err)
		return nil
	}
	files := map[string]*hcl.File{}
	read := func(name string) {
		if _, ok := files[name]; ok {
			return
		}
		files[name], err = r.GetFile(name)
		if err != nil {
			logger.Debug("a file of the root module can't be read", "name", name, "error", err)
		}
	}
	for _, b := range content.Blocks {
		read(b.DefRange.Filename)
	}
	for _, name := range overriding(slices.Collect(maps.Keys(files))) {
		read(name)
	}
	return files
}

// overriding are the files beside others that override their blocks, and have no blocks of their own.
func overriding(names []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, name := range names {
		dir := filepath.Dir(name)
		if seen[dir] {
			continue
		}
		seen[dir] = true
		for _, pattern := range []string{"override.tf", "override.tf.json", "*_override.tf", "*_override.tf.json"} {
			found, err := filepath.Glob(filepath.Join(dir, pattern))
			if err != nil {
				logger.Debug("files that override others can't be looked for", "dir", dir, "error", err)
			}
			out = append(out, found...)
		}
	}
	return out
}

// inModule tells whether a file belongs to the module in dir, both relative to where TFLint runs.
func inModule(file, dir string) bool {
	return path.Dir(strings.ReplaceAll(file, `\`, "/")) == dir
}
