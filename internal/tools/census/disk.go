package main

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// disk is the directory that Terraform would run in.
type disk string

// ReadFile reads a file that an expression names.
func (d disk) ReadFile(name string) ([]byte, error) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(string(d), name)
	}
	return os.ReadFile(name)
}

// Dir is not told: nothing that is counted depends on it.
func (d disk) Dir() string { return "" }

// ModuleDir is where Terraform runs: every directory is a root module here.
func (d disk) ModuleDir() string { return "." }

// Module reads the files of a module.
func (d disk) Module(dir string) map[string]*hcl.File {
	entries, err := os.ReadDir(filepath.Join(string(d), dir))
	if err != nil {
		return nil
	}
	files := map[string]*hcl.File{}
	for _, e := range entries {
		name := path.Join(filepath.ToSlash(dir), e.Name())
		src, err := d.ReadFile(name)
		if err != nil {
			continue
		}
		switch {
		case strings.HasSuffix(name, ".tf"):
			files[name], _ = hclsyntax.ParseConfig(src, name, hcl.InitialPos)
		case strings.HasSuffix(name, ".tf.json"):
			files[name], _ = json.Parse(src, name)
		}
	}
	return files
}

// module is the host of a module that nobody calls.
type module struct {
	disk
	variables map[string]cty.Value
}

func newModule(d disk, files map[string]*hcl.File) *module {
	m := &module{disk: d, variables: map[string]cty.Value{}}
	types := map[string]hcl.Expression{}
	for _, f := range files {
		content, _, _ := f.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "variable", LabelNames: []string{"name"}}}})
		for _, b := range content.Blocks {
			attrs, _ := b.Body.JustAttributes()
			if attrs["type"] != nil {
				types[b.Labels[0]] = attrs["type"].Expr
			}
			if attrs["default"] != nil {
				m.set(b.Labels[0], attrs["default"].Expr)
			}
		}
	}
	for _, name := range d.tfvars() {
		src, err := d.ReadFile(name)
		if err != nil {
			continue
		}
		parse := func() (*hcl.File, hcl.Diagnostics) { return hclsyntax.ParseConfig(src, name, hcl.InitialPos) }
		if strings.HasSuffix(name, ".json") {
			parse = func() (*hcl.File, hcl.Diagnostics) { return json.Parse(src, name) }
		}
		if f, _ := parse(); f != nil {
			attrs, _ := f.Body.JustAttributes()
			for name, a := range attrs {
				m.set(name, a.Expr)
			}
		}
	}
	for name, v := range m.variables {
		m.variables[name] = constrained(v, types[name])
	}
	return m
}

// tfvars are the files of values that Terraform reads by itself, the last of them the one that counts.
func (d disk) tfvars() []string {
	names := []string{"terraform.tfvars", "terraform.tfvars.json"}
	entries, _ := os.ReadDir(string(d)) // in the order of their names
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".auto.tfvars") || strings.HasSuffix(e.Name(), ".auto.tfvars.json") {
			names = append(names, e.Name())
		}
	}
	return names
}

// constrained is a value as the variable's type makes it, with the defaults of optional attributes. A type that is not one
// changes nothing, such as those in quotes that Terraform took until 0.12.
func constrained(v cty.Value, typ hcl.Expression) cty.Value {
	if typ == nil {
		return v
	}
	want, defaults, diags := typeexpr.TypeConstraintWithDefaults(typ)
	if diags.HasErrors() {
		return v
	}
	if defaults != nil && !v.IsNull() {
		v = defaults.Apply(v)
	}
	if converted, err := convert.Convert(v, want); err == nil {
		return converted
	}
	return v
}

func (m *module) set(variable string, expr hcl.Expression) {
	if v, diags := expr.Value(nil); !diags.HasErrors() {
		m.variables[variable] = v
	}
}

// Variable is a variable's default or what a tfvars file says.
func (m *module) Variable(name string, _ []hcl.Range) (cty.Value, bool) {
	v, ok := m.variables[name]
	return v, ok
}

// Argument is nothing: nobody calls the module.
func (m *module) Argument(string) *eval.Value { return nil }
