package ruleset

import (
	"regexp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/terraform-linters/tflint-plugin-sdk/hclext"
	"github.com/terraform-linters/tflint-plugin-sdk/logger"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// runner is TFLint's runner for one module, with what the rules share.
type runner struct {
	tflint.Runner

	run        *run
	everything bool
	configured map[string]bool // rules that have a block in the configuration
	fixing     bool

	called *bool                // whether the module is called by another one
	files  map[string]*hcl.File // of the module

	types []string    // types of resources, and of data sources with "data." before them, that the module has
	facts *rule.Facts // made when the first rule needs them
}

// has tells whether the module has a resource or a data source of one of these types. It costs one request for all rules:
// most modules of a large tree have nothing that a rule looks at, and need not be read.
func (r *runner) has(types []string) (bool, error) {
	if r.types == nil {
		headers := &hclext.BodySchema{Blocks: []hclext.BlockSchema{
			{Type: "resource", LabelNames: []string{"type", "name"}, Body: &hclext.BodySchema{}},
			{Type: "data", LabelNames: []string{"type", "name"}, Body: &hclext.BodySchema{}},
		}}
		content, err := r.GetModuleContent(headers, &tflint.GetModuleContentOption{ExpandMode: tflint.ExpandModeNone})
		if err != nil {
			return false, err
		}
		r.types = []string{}
		for _, b := range content.Blocks {
			t := b.Labels[0]
			if b.Type == "data" {
				t = "data." + t
			}
			if !slices.Contains(r.types, t) {
				r.types = append(r.types, t)
			}
		}
	}
	return slices.ContainsFunc(types, func(t string) bool { return slices.Contains(r.types, t) }), nil
}

// load makes the facts of the module: one request for all files.
func (r *runner) load() (*rule.Facts, error) {
	if r.facts != nil {
		return r.facts, nil
	}
	files, err := r.GetFiles()
	if files == nil && err != nil {
		return nil, err
	}
	if err != nil {
		// Half-typed files are the normal case in an editor: what can be read of them is.
		logger.Debug("some files are broken", "error", err)
	}
	r.files = files
	r.facts = rule.NewFacts(terraform.Load(files, newHost(r, files), rule.Computed))
	return r.facts, nil
}

// misplaced tells whether TFLint would show a finding where nobody can mend it. In a called module it shows a finding at each
// argument of the caller that the expression uses: for a text of the module's own, with the caller's values in its holes, these
// have nothing to do with it.
func (r *runner) misplaced(f rule.Finding) (bool, error) {
	if f.Place.Text == nil {
		return false, nil
	}
	if r.called == nil {
		path, err := r.GetModulePath()
		if err != nil {
			return false, err
		}
		called := !path.IsRoot()
		r.called = &called
	}
	file := r.files[f.Place.Range.Filename]
	if !*r.called || file == nil || !f.Place.Range.CanSliceBytes(file.Bytes) {
		return false, nil
	}
	return !fromCaller.Match(f.Place.Range.SliceBytes(file.Bytes)), nil
}

// fromCaller is an expression whose text is the caller's: an argument, or the file that one names.
var fromCaller = regexp.MustCompile(`^("\$\{)?((jsonencode|jsondecode|file|templatefile|trimspace)\()*var\.`)

// changed forgets the facts: a fix has changed the files.
func (r *runner) changed() { r.facts, r.types = nil, nil }

// sizes are the lengths of the files in bytes.
func sizes(files map[string]*hcl.File) map[string]int {
	out := make(map[string]int, len(files))
	for name, f := range files {
		if f != nil {
			out[name] = len(f.Bytes)
		}
	}
	return out
}
