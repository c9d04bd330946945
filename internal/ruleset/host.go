package ruleset

import (
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"
	"github.com/terraform-linters/tflint-plugin-sdk/logger"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// host answers what a module can't know of itself.
type host struct {
	runner *runner
	sizes  map[string]int
	ctx    tflint.ModuleCtxType
	dir    string // where Terraform runs; empty where it is not known

	caller *caller
}

func newHost(r *runner, files map[string]*hcl.File) *host {
	return &host{runner: r, sizes: sizes(files), dir: workingDirectory(files)}
}

// workingDirectory is where TFLint runs, which a language server changes while the plugin stays where it was started: it is
// the right one if the module's files are there.
func workingDirectory(files map[string]*hcl.File) string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for name := range files {
		if filepath.IsAbs(name) {
			continue
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return dir
		}
	}
	return ""
}

// Variable asks TFLint, which knows tfvars files, the environment and the caller's arguments. The SDK fetches and parses the
// whole file around the expression, so the occurrence in the smallest file is taken.
func (h *host) Variable(name string, places []hcl.Range) (cty.Value, bool) {
	if len(places) == 0 {
		return cty.DynamicVal, false
	}
	at := slices.MinFunc(places, func(a, b hcl.Range) int { return h.sizes[a.Filename] - h.sizes[b.Filename] })
	expr := &hclsyntax.ScopeTraversalExpr{
		Traversal: hcl.Traversal{hcl.TraverseRoot{Name: "var"}, hcl.TraverseAttr{Name: name}},
		SrcRange:  at,
	}
	var v cty.Value
	if err := h.runner.EvaluateExpr(expr, &v, &tflint.EvaluateExprOption{ModuleCtx: h.ctx}); err != nil {
		logger.Debug("variable can't be evaluated", "name", name, "error", err)
		return cty.DynamicVal, false
	}
	return v, true
}

// Dir is where Terraform runs.
func (h *host) Dir() string { return h.dir }

// maxFile is how much of a file is read: more is no text that a person wrote.
const maxFile = 16 << 20

// ReadFile reads a file that an expression names.
func (h *host) ReadFile(name string) ([]byte, error) {
	if !filepath.IsAbs(name) {
		if h.dir == "" {
			return nil, errors.New("the working directory is not known")
		}
		name = filepath.Join(h.dir, name)
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, errors.New("no file of a reasonable size")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile))
}

// Module reads the files of another module from the disk: TFLint gives those of this module and of the root only.
func (h *host) Module(dir string) map[string]*hcl.File {
	if h.dir == "" {
		return nil
	}
	entries, err := os.ReadDir(filepath.Join(h.dir, dir))
	if err != nil {
		return nil
	}
	files := map[string]*hcl.File{}
	for _, e := range entries {
		name := path.Join(filepath.ToSlash(dir), e.Name())
		src, err := h.ReadFile(name)
		if err != nil {
			continue
		}
		// What is broken is read as far as it goes.
		switch {
		case strings.HasSuffix(name, ".tf"):
			files[name], _ = hclsyntax.ParseConfig(src, name, hcl.InitialPos)
		case strings.HasSuffix(name, ".tf.json"):
			files[name], _ = json.Parse(src, name)
		}
	}
	return files
}

// Argument is what the root module passes for a variable.
func (h *host) Argument(variable string) *eval.Value {
	if h.ctx == tflint.RootModuleCtxType {
		return nil
	}
	if h.caller == nil {
		h.caller = h.findCaller()
	}
	return h.caller.argument(variable)
}
