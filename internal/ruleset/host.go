package ruleset

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/terraform-linters/tflint-plugin-sdk/logger"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// host answers what a module can't know of itself.
type host struct {
	runner *runner
	sizes  map[string]int
	ctx    tflint.ModuleCtxType

	where     func() directories
	installed map[string]string // directories of modules from elsewhere; nil: not looked for yet

	asked   bool     // whether it is known who the callers are
	callers []caller // of which the first is the one that counts here
	idle    bool     // another check looks at all of them
}

// directories are where a module lies and where Terraform runs, as absolute paths; empty where that is not known.
type directories struct{ root, module string }

func newHost(r *runner, files map[string]*hcl.File) *host {
	return &host{runner: r, sizes: sizes(files), where: sync.OnceValue(func() directories { return locate(r, files) })}
}

// locate finds the module on the disk. TFLint names files relative to the directory that it was started in, and runs in the
// one that --chdir or --recursive says; a language server changes directory while the plugin stays where it was started.
func locate(r *runner, files map[string]*hcl.File) directories {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	running, err := os.Getwd()
	if err != nil || len(names) == 0 {
		return directories{}
	}
	started, err := r.GetOriginalwd()
	if err != nil {
		logger.Debug("the working directory is not known", "error", err)
	}
	for _, dir := range []string{started, running} {
		file := names[0]
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		if _, err := os.Stat(file); dir == "" || err != nil {
			continue
		}
		module := filepath.Dir(file)
		if calls, err := r.GetModulePath(); err == nil && calls.IsRoot() {
			return directories{root: module, module: module}
		}
		return directories{root: running, module: module}
	}
	return directories{}
}

// Dir is where Terraform runs.
func (h *host) Dir() string { return filepath.ToSlash(h.where().root) }

// ModuleDir is the module's directory, relative to where Terraform runs.
func (h *host) ModuleDir() string {
	d := h.where()
	if d.root == "" || h.ctx == tflint.RootModuleCtxType {
		return "."
	}
	dir, err := filepath.Rel(d.root, d.module)
	if err != nil {
		dir = d.module
	}
	return filepath.ToSlash(dir)
}

// Variable asks TFLint, which knows tfvars files, the environment and the caller's arguments. The SDK fetches and parses the
// whole file around the expression, so the occurrence in the smallest file is taken.
func (h *host) Variable(name string, places []hcl.Range) (cty.Value, bool) {
	if len(places) == 0 {
		return cty.DynamicVal, false
	}
	ask := func() (a answer) {
		a.value, a.ok = h.ask(name, places)
		return a
	}
	known := h.runner.answers.get
	if h.ctx == tflint.RootModuleCtxType {
		known = h.runner.run.variable
	}
	a := known(name, ask)
	return a.value, a.ok
}

// maxFetched is how many bytes of files are fetched and parsed around variables, in a module: at 32 MB that takes some ten seconds.
const maxFetched = 32 << 20

func (h *host) ask(name string, places []hcl.Range) (cty.Value, bool) {
	at := slices.MinFunc(places, func(a, b hcl.Range) int { return h.sizes[a.Filename] - h.sizes[b.Filename] })
	if h.runner.fetched += h.sizes[at.Filename]; h.runner.fetched > maxFetched {
		logger.Debug("variable is not asked for: the files around others are too large", "name", name)
		return cty.DynamicVal, false
	}
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

// absolute is where a path is that an expression names: Terraform takes it from where it runs.
func (h *host) absolute(name string) (string, error) {
	if filepath.IsAbs(name) {
		return name, nil
	}
	root := h.where().root
	if root == "" {
		return "", errors.New("the working directory is not known")
	}
	return filepath.Join(root, name), nil
}

// maxFile is how much of a file is read: more is no text that a person wrote.
const maxFile = 16 << 20

// ReadFile reads a file that an expression names.
func (h *host) ReadFile(name string) ([]byte, error) {
	name, err := h.absolute(name)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	switch {
	case !info.Mode().IsRegular():
		return nil, errors.New("no regular file")
	case info.Size() > maxFile:
		return nil, eval.ErrTooLarge
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile))
}

// maxFiles is how many files a directory may hold that is looked through for fileset().
const maxFiles = 10_000

// ListFiles are the files in a directory and below it.
func (h *host) ListFiles(dir string) ([]string, error) {
	dir, err := h.absolute(dir)
	if err != nil {
		return nil, err
	}
	return h.runner.run.listing(dir, func() ([]string, error) { return listFiles(dir) })
}

func listFiles(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case len(names) > maxFiles:
			return eval.ErrTooLarge
		case !entry.IsDir():
			name, err = filepath.Rel(dir, name)
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// Module reads the files of another module from the disk: TFLint gives those of this module and of the root only.
func (h *host) Module(dir string) map[string]*hcl.File {
	root := h.where().root
	if root == "" {
		return nil
	}
	return h.runner.run.module(filepath.Join(root, dir), func() map[string]*hcl.File { return h.readModule(root, dir) })
}

func (h *host) readModule(root, dir string) map[string]*hcl.File {
	entries, err := os.ReadDir(filepath.Join(root, dir))
	if err != nil {
		return nil
	}
	files := map[string]*hcl.File{}
	for _, e := range entries {
		name := path.Join(filepath.ToSlash(dir), e.Name())
		src, err := h.ReadFile(name)
		if err != nil || eval.IsTooDeep(src) {
			continue
		}
		// What is broken is read as far as it goes.
		switch {
		case strings.HasSuffix(name, ".tf"):
			files[name], _ = hclsyntax.ParseConfig(src, name, hcl.InitialPos)
		case strings.HasSuffix(name, ".tf.json"):
			files[name], _ = hcljson.Parse(src, name)
		}
	}
	return files
}

// Installed finds a module from elsewhere in the list that terraform init keeps of the modules that it has fetched.
func (h *host) Installed(calls ...string) string {
	if h.installed == nil {
		h.installed = h.readInstalled()
	}
	if h.ctx != tflint.RootModuleCtxType {
		path, err := h.runner.GetModulePath()
		if err != nil {
			return ""
		}
		calls = append(slices.Clone(path), calls...)
	}
	return h.installed[strings.Join(calls, ".")]
}

// readInstalled is the directories of installed modules by the calls that lead to them.
func (h *host) readInstalled() map[string]string {
	data := os.Getenv("TF_DATA_DIR")
	if data == "" {
		data = ".terraform"
	}
	dirs := map[string]string{}
	src, err := h.ReadFile(filepath.Join(data, "modules", "modules.json"))
	if err != nil {
		return dirs
	}
	var list struct {
		Modules []struct{ Key, Dir string }
	}
	if err := json.Unmarshal(src, &list); err != nil {
		logger.Debug("the list of installed modules can't be read", "error", err)
	}
	for _, m := range list.Modules {
		dirs[m.Key] = path.Clean(filepath.ToSlash(m.Dir))
	}
	return dirs
}

// Called tells whether another module calls this one.
func (h *host) Called() bool {
	called, err := h.runner.isCalled()
	return err == nil && called && h.ctx != tflint.RootModuleCtxType
}

// Argument is what a module passes for a variable of this one.
func (h *host) Argument(variable string) *eval.Value {
	return h.ArgumentFor(variable, nothing{})
}

// nothing says that nothing is known of a module's variables.
type nothing struct{}

func (nothing) Value(string) (cty.Value, bool)        { return cty.NilVal, false }
func (nothing) MayBe(string, func() *eval.Value) bool { return true }

// ArgumentFor is what an instance of the call of this module passes that this module may be.
func (h *host) ArgumentFor(variable string, given terraform.Given) *eval.Value {
	if h.ctx == tflint.RootModuleCtxType {
		return nil
	}
	if !h.asked {
		h.asked = true
		h.callers = h.share(h.findCallers(given), given)
	}
	if len(h.callers) == 0 {
		return nil
	}
	c := h.callers[0]
	return c.module.ArgumentOf(c.call, c.key, variable)
}

// as is the host of the module as it is for another one of its callers.
func (h *host) as(c caller) *host {
	one := *h
	one.callers = []caller{c}
	return &one
}
