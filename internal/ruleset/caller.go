package ruleset

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/terraform-linters/tflint-plugin-sdk/hclext"
	"github.com/terraform-linters/tflint-plugin-sdk/logger"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// caller is the module that calls the one that is checked.
type caller struct {
	module *terraform.Module // nil: there is none, or it is not known
	call   string
}

func (c *caller) argument(variable string, may func(variable string, passed *eval.Value) bool) *eval.Value {
	if c.module == nil {
		return nil
	}
	return c.module.ArgumentWhere(c.call, variable, may)
}

// findCaller reads the root module, and the modules through which it calls this one.
func (h *host) findCaller() *caller {
	calls, err := h.runner.GetModulePath()
	if err != nil || len(calls) == 0 {
		return &caller{}
	}
	files := h.runner.run.root(h.runner.rootFiles)
	if len(files) == 0 {
		return &caller{}
	}
	root := &host{runner: h.runner, sizes: sizes(files), ctx: tflint.RootModuleCtxType, where: h.where}
	module, last := terraform.Load(files, root, rule.Computed), len(calls)-1
	for _, call := range calls[:last] {
		if module = module.Called(call); module == nil {
			return &caller{}
		}
	}
	return &caller{module: module, call: calls[last]}
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
	for _, b := range content.Blocks {
		name := b.DefRange.Filename
		if _, ok := files[name]; ok {
			continue
		}
		files[name], err = r.GetFile(name)
		if err != nil {
			logger.Debug("a file of the root module can't be read", "name", name, "error", err)
		}
	}
	return files
}

// inModule tells whether a file belongs to the module in dir, both relative to where TFLint runs.
func inModule(file, dir string) bool {
	return path.Dir(strings.ReplaceAll(file, `\`, "/")) == dir
}
