package ruleset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
)

// checker is a rule as TFLint sees it. TFLint takes the severity of a finding from the rule that reports it, so a finding
// of another severity is reported by a copy.
type checker struct {
	tflint.DefaultRule

	rule     *rule.Rule
	severity rule.Severity
}

// Name is the rule's name.
func (c *checker) Name() string { return c.rule.Name }

// Enabled tells whether the rule is enabled unless somebody says otherwise.
func (c *checker) Enabled() bool { return c.rule.Preset == rule.Recommended }

// Severity is the severity of what this copy reports.
func (c *checker) Severity() tflint.Severity { return hostSeverity[c.severity] }

var hostSeverity = map[rule.Severity]tflint.Severity{
	rule.Error: tflint.ERROR, rule.Warning: tflint.WARNING, rule.Notice: tflint.NOTICE,
}

// Link is the address of the rule's page.
func (c *checker) Link() string { return project.RuleLink(c.rule.Name) }

// Check checks a module. An error ends the whole run of TFLint, so it is returned only where TFLint itself fails, or where
// the rule's configuration is wrong.
func (c *checker) Check(host tflint.Runner) error {
	r := host.(*runner)
	options, severity, err := r.options(c.rule)
	if err != nil {
		return err
	}
	if found, err := r.has(c.rule.Reads); err != nil || !found {
		return err
	}
	called, err := r.isCalled()
	if err != nil {
		return err
	}
	if called {
		// One after the other: they share what is read of their callers, and TFLint itself stumbles over findings of several called
		// modules at once.
		r.calledModules.Lock()
		defer r.calledModules.Unlock()
	}
	if err := r.load(); err != nil {
		return err
	}
	findings := r.check(c.rule, options)
	for i, f := range findings {
		findings[i].Severity = overridden(f.Severity, c.rule.Severity, severity)
	}
	return c.emit(r, findings)
}

// overridden is the severity of a finding where people set another one for the rule: what is milder than the rule's own
// severity stays milder.
func overridden(found, own, set rule.Severity) rule.Severity {
	if set == "" || found == own {
		return cmp.Or(set, found)
	}
	return rule.Severities[max(slices.Index(rule.Severities, found), slices.Index(rule.Severities, set))]
}

func (c *checker) emit(r *runner, findings []rule.Finding) error {
	fixed := false
	for _, f := range findings {
		shown, err := r.shows(c.rule.Name, f)
		if err != nil {
			return err
		}
		if !shown {
			continue
		}
		as := &checker{rule: c.rule, severity: f.Severity}
		if f.Fix == nil || f.Place.Text != nil {
			if err := r.EmitIssue(as, f.Message, r.shownAt(f)); err != nil {
				return err
			}
			continue
		}
		fixed = true
		if err := r.EmitIssueWithFix(as, f.Message, f.Place.Range, replace(f.Place.Range, f.Fix)); err != nil {
			return err
		}
	}
	if fixed && r.fixing {
		r.changed()
	}
	return nil
}

// shownAt is the range of a finding. TFLint parses what stands there for each finding: of a long text in the root module, where it only
// marks it, its beginning is enough.
func (r *runner) shownAt(f rule.Finding) hcl.Range {
	at := f.Place.Range
	if called, err := r.isCalled(); err == nil && !called && f.Place.Text != nil && at.End.Byte-at.Start.Byte > maxShown {
		at.End = at.Start
		at.End.Byte++
		at.End.Column++
	}
	return at
}

// maxShown is how long a text may be, in bytes, to be marked as a whole.
const maxShown = 4 << 10

// replace is a fix that puts one literal in the place of another, in HCL.
func replace(at hcl.Range, fix *rule.Fix) func(tflint.Fixer) error {
	return func(f tflint.Fixer) error {
		if !strings.HasSuffix(at.Filename, ".tf") || string(f.TextAt(at).Bytes) != fix.Old {
			return tflint.ErrFixNotSupported
		}
		return f.ReplaceText(at, fix.New)
	}
}
