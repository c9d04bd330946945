// Package rule is what a rule is: a value that says what it looks for and why, and checks it. Everything else about a rule,
// its page, its place in the index, its options, its tests, is made of this value.
package rule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
)

// Severity is how bad a finding is.
type Severity string

const (
	// Error is what an attacker can use as it stands.
	Error Severity = "error"
	// Warning is a protection that is missing.
	Warning Severity = "warning"
	// Notice is what a reviewer should know.
	Notice Severity = "notice"
)

// Severities are all of them, as people write them.
var Severities = []Severity{Error, Warning, Notice}

// Preset is the smallest set of rules that a rule belongs to.
type Preset string

const (
	// Recommended rules are enabled unless somebody says otherwise.
	Recommended Preset = "recommended"
	// All rules are for those who want to see everything.
	All Preset = "all"
)

// Presets are all of them, as people write them.
var Presets = []Preset{Recommended, All}

// Rule is a rule. Texts are Markdown; the texts of a page begin with a capital letter and end in a full stop.
type Rule struct {
	// Name is for ever: people write it into tflint-ignore.
	Name string
	// Title is the rule in a few words.
	Title string
	// Reports is what the rule reports, in a sentence or two.
	Reports string
	// Why is what an attacker makes of it.
	Why string
	// Fix is what to write instead, with an example.
	Fix string
	// Silent is when the rule says nothing although one might expect it, one case a line.
	Silent []string
	// OfUnknown tells that the rule is about what is not known; all others are silent about that.
	OfUnknown bool
	// Known writes the facts that the rule goes by, where a reader may want to see them all: a table. It may be nil.
	Known func() string
	// Peers are the checks of other tools and AWS controls that look for the same.
	Peers []string
	// Sources are where the facts come from.
	Sources []string

	Risks    []nist.Risk
	Severity Severity
	Preset   Preset
	Options  []Option
	// Reads are the types of resources and data sources (these with "data." before the type) without which there is
	// nothing to check.
	Reads []string
	Check func(*Pass)
}

// Option is something that people may set in the rule's block.
type Option struct {
	Name    string
	Default any // a bool, an int or a []string, which is the option's type
	Doc     string
	// Check says what is wrong with a value that people set, and what is allowed; nil: anything of the type is.
	Check func(value any) error
}

// Pass is one run of a rule over one module.
type Pass struct {
	*Facts
	// Everything tells whether the preset "all" is chosen: findings that are noise to most people are reported too.
	Everything bool

	rule    *Rule
	options map[string]any
	report  func(Finding)
	// inEveryAnswer tells that what is found is one of several things, of which it is open which.
	inEveryAnswer bool
}

// Run checks a module. everything is for the preset "all"; options are the values that people set. The findings come in the
// order of the files, the worst of a place: count and for_each repeat what they repeat, with other names in the message.
func (r *Rule) Run(f *Facts, everything bool, options map[string]any) []Finding {
	p := &Pass{Facts: f, Everything: everything, rule: r, options: options}
	findings := p.findings()
	if r.OfTasks() {
		findings = append(findings, p.inEveryCase()...)
	}
	return inOrder(findings)
}

// findings are those of a check.
func (p *Pass) findings() []Finding {
	var found []Finding
	one := *p
	one.report = func(f Finding) { found = append(found, f) }
	p.rule.Check(&one)
	return inOrder(found)
}

// inOrder are findings in the order of the files, one for a place.
func inOrder(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		x, y := a.Place.Range, b.Place.Range
		return cmp.Or(cmp.Compare(x.Filename, y.Filename), cmp.Compare(x.Start.Byte, y.Start.Byte), cmp.Compare(x.End.Byte, y.End.Byte),
			cmp.Compare(a.Place.String(), b.Place.String()), cmp.Compare(slices.Index(Severities, a.Severity), slices.Index(Severities, b.Severity)))
	})
	return slices.CompactFunc(findings, func(a, b Finding) bool {
		return a.Place.Range == b.Place.Range && a.Place.String() == b.Place.String()
	})
}

// Others runs other rules over facts as they are set, those that are enabled, and tells how many findings each has, by its name.
func (p *Pass) Others(rules []*Rule, over *Facts) map[string]int {
	found := map[string]int{}
	for _, r := range rules {
		if options, enabled := p.settings(r); enabled {
			if n := len((&Pass{Facts: over, Everything: p.Everything, rule: r, options: options}).findings()); n > 0 {
				found[r.Name] = n
			}
		}
	}
	return found
}

// option is the value that is set for an option, or its default.
func (p *Pass) option(name string) any {
	if v, ok := p.options[name]; ok {
		return v
	}
	i := slices.IndexFunc(p.rule.Options, func(o Option) bool { return o.Name == name })
	return p.rule.Options[i].Default
}

// Flag is the value of a boolean option.
func (p *Pass) Flag(name string) bool { return p.option(name).(bool) }

// Number is the value of an option that is a whole number.
func (p *Pass) Number(name string) int { return p.option(name).(int) }

// Strings is the value of an option that is a list of strings.
func (p *Pass) Strings(name string) []string { return p.option(name).([]string) }

// Finding is something to report.
type Finding struct {
	Place    eval.Place
	Severity Severity
	Message  string
	Fix      *Fix
}

// Fix is a change of the source that mends a finding: the literal at Place.Range is replaced. Where something else than the
// literal stands there, such as a variable, nothing is changed: it may mean more than this one thing.
type Fix struct {
	Old, New string // as Terraform writes them: true, "DISABLED"
}

// Report reports a finding about a value with the rule's severity. The message is one line: what is wrong with which thing,
// what it leads to; what to write instead.
func (p *Pass) Report(at *eval.Value, format string, args ...any) {
	p.ReportAs(p.rule.Severity, at, format, args...)
}

// ReportAs reports a finding of another severity than the rule's: a milder case.
func (p *Pass) ReportAs(severity Severity, at *eval.Value, format string, args ...any) {
	p.ReportAt(severity, at.Place(), format, args...)
}

// ReportAt reports a finding at a place.
func (p *Pass) ReportAt(severity Severity, at eval.Place, format string, args ...any) {
	p.report(Finding{Place: at, Severity: severity, Message: p.message(at, fmt.Sprintf(format, args...))})
}

// ReportFix reports a finding with the rule's severity that TFLint can mend.
func (p *Pass) ReportFix(fix Fix, at *eval.Value, format string, args ...any) {
	p.ReportFixAs(p.rule.Severity, fix, at, format, args...)
}

// ReportFixAs is ReportFix with another severity than the rule's.
func (p *Pass) ReportFixAs(severity Severity, fix Fix, at *eval.Value, format string, args ...any) {
	place := at.Place()
	p.report(Finding{Place: place, Severity: severity, Message: p.message(place, fmt.Sprintf(format, args...)), Fix: &fix})
}

// NoBetter ends the message of a finding that is one of several things, of which it is open which.
const NoBetter = "; what may stand here instead is no better"

// message is the whole line: what the rule says, where in a text it is, and the risks.
func (p *Pass) message(at eval.Place, said string) string {
	var b strings.Builder
	b.WriteString(strings.Join(strings.Fields(said), " "))
	if p.inEveryAnswer {
		b.WriteString(NoBetter)
	}
	if where := at.String(); where != "" {
		b.WriteString("; at " + where)
	}
	ids := make([]string, len(p.rule.Risks))
	for i, risk := range p.rule.Risks {
		ids[i] = risk.ID
	}
	fmt.Fprintf(&b, " (%s %s)", nist.Document, strings.Join(ids, ", "))
	return b.String()
}
