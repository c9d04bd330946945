package ruleset

import (
	"fmt"
	"regexp"
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/terraform-linters/tflint-plugin-sdk/hclext"
	"github.com/terraform-linters/tflint-plugin-sdk/logger"
	"github.com/terraform-linters/tflint-plugin-sdk/terraform/addrs"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// runner is TFLint's runner for one module, with what the rules share.
type runner struct {
	tflint.Runner

	run           *run
	turns         *turns
	calledModules *sync.Mutex // held while a called module is checked
	everything    bool
	configured    map[string]bool // rules that have a block in the configuration
	enabled       map[string]bool // rules that are enabled
	fixing        bool

	path    addrs.Module         // of the calls that lead to the module; nil: not known yet
	answers memo[answer]         // what TFLint says of the module's variables
	fetched int                  // bytes of the files around variables that were asked for
	files   map[string]*hcl.File // of the module
	host    *host

	types []string      // types of resources, and of data sources with "data." before them, that the module has
	facts []*rule.Facts // made when the first rule needs them: one, or one for each caller that the module may have
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

// load reads the module: one request for all files.
func (r *runner) load() error {
	if r.facts != nil {
		return nil
	}
	files, err := r.GetFiles()
	if files == nil && err != nil {
		return err
	}
	if err != nil {
		// Half-typed files are the normal case in an editor: what can be read of them is.
		logger.Debug("some files are broken", "error", err)
	}
	r.files, r.host = files, newHost(r, files)
	r.facts = []*rule.Facts{r.factsFor(r.host)}
	return nil
}

func (r *runner) factsFor(h *host) *rule.Facts {
	facts := rule.NewFacts(terraform.Load(r.files, h, rule.Computed))
	facts.Settings = func(of *rule.Rule) (map[string]any, bool) {
		options, _, err := r.options(of) // what is wrong with them the rule itself says
		return options, err == nil && r.enabled[of.Name]
	}
	return facts
}

// check runs a rule, for each caller that the module may have. That there are several turns out when something needs to know
// what one passes.
func (r *runner) check(of *rule.Rule, options map[string]any) []rule.Finding {
	if r.host.idle {
		return nil
	}
	findings := of.Run(r.facts[0], r.everything, options)
	if r.host.idle {
		return nil
	}
	for i := 1; i < len(r.host.callers); i++ {
		if i == len(r.facts) {
			r.facts = append(r.facts, r.factsFor(r.host.as(r.host.callers[i])))
		}
		findings = append(findings, of.Run(r.facts[i], r.everything, options)...)
	}
	return worstOfEach(findings)
}

// worstOfEach are the findings without those that are about the same place as another one that is at least as bad: what one instance
// has there, others have too.
func worstOfEach(findings []rule.Finding) []rule.Finding {
	at := map[eval.PlaceKey]int{}
	var out []rule.Finding
	for _, f := range findings {
		switch i, known := at[f.Place.Key()]; {
		case !known:
			at[f.Place.Key()] = len(out)
			out = append(out, f)
		case slices.Index(rule.Severities, f.Severity) < slices.Index(rule.Severities, out[i].Severity):
			out[i] = f
		}
	}
	return out
}

// isCalled tells whether the module is called by another one.
func (r *runner) isCalled() (bool, error) {
	path, err := r.GetModulePath()
	return err == nil && !path.IsRoot(), err
}

// GetModulePath is the path of the calls that lead to the module, which is asked for once.
func (r *runner) GetModulePath() (addrs.Module, error) {
	if r.path == nil {
		path, err := r.Runner.GetModulePath()
		if err != nil {
			return nil, err
		}
		r.path = append(addrs.Module{}, path...)
	}
	return r.path, nil
}

// shows tells whether a finding is shown: what is written in a module that calls this one is reported there.
func (r *runner) shows(name string, f rule.Finding) (bool, error) {
	if !inModule(f.Place.Range.Filename, r.facts[0].Module.Dir()) {
		return false, nil
	}
	if misplaced, err := r.misplaced(f); err != nil || misplaced {
		return false, err
	}
	repeated, err := r.repeats(name, f)
	return !repeated, err
}

// repeats tells whether another instance of the same call has reported the same.
func (r *runner) repeats(name string, f rule.Finding) (bool, error) {
	called, err := r.isCalled()
	if err != nil || !called || r.fixing {
		return false, err
	}
	path, err := r.GetModulePath()
	what := fmt.Sprintf("%s %s %s", path, name, f.Message)
	if f.Place.Text == nil {
		what += " " + f.Place.Range.String()
	} // else the message says where it is, and TFLint shows it at the caller's argument
	return r.turns.next(what) > 0, err
}

// misplaced tells whether TFLint would show a finding where nobody can mend it. In a called module it shows a finding at each
// argument of the caller that the expression uses: for a text of the module's own, with the caller's values in its holes, these
// have nothing to do with it.
func (r *runner) misplaced(f rule.Finding) (bool, error) {
	if f.Place.Text == nil {
		return false, nil
	}
	called, err := r.isCalled()
	if err != nil {
		return false, err
	}
	file := r.files[f.Place.Range.Filename]
	if !called || file == nil || !f.Place.Range.CanSliceBytes(file.Bytes) {
		return false, nil
	}
	return !fromCaller.Match(f.Place.Range.SliceBytes(file.Bytes)), nil
}

// fromCaller is an expression whose text is the caller's: an argument, or the file that one names.
var fromCaller = regexp.MustCompile(`^("\$\{)?((jsonencode|jsondecode|file|templatefile|trimspace)\()*var\.`)

// changed forgets the facts: a fix has changed the files.
func (r *runner) changed() { r.facts, r.types, r.answers = nil, nil, nil }

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
