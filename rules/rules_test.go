package rules_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/rules"
)

// TestEveryRuleIsWhole tells what a rule lacks. That it has fixtures of each kind is seen where they are tried.
func TestEveryRuleIsWhole(t *testing.T) {
	taken := namesTaken(t)
	var known []nist.Risk
	for _, g := range nist.Groups {
		known = append(known, g.Risks...)
	}
	for _, r := range rules.All {
		lacks := func(what string, has bool) {
			if !has {
				t.Errorf("%s lacks %s", r.Name, what)
			}
		}
		lacks("a name of the form aws_what_is_wrong of at most 60 letters", regexp.MustCompile(`^aws(_[a-z0-9]+){2,}$`).MatchString(r.Name) && len(r.Name) <= 60)
		lacks("a name that nothing else has", !taken[r.Name])
		taken[r.Name] = true
		lacks("a title without a full stop", r.Title != "" && !strings.HasSuffix(r.Title, "."))
		lacks("a sentence that says what it reports", strings.HasSuffix(r.Reports, "."))
		lacks("a reason", strings.HasSuffix(r.Why, "."))
		lacks("a remedy with an example", strings.Contains(r.Fix, "```"))
		lacks("a case in which it stays silent", len(r.Silent) > 0)
		lacks("a source", len(r.Sources) > 0)
		lacks("a severity", slices.Contains(rule.Severities, r.Severity))
		lacks("a preset", slices.Contains(rule.Presets, r.Preset))
		lacks("what it reads", len(r.Reads) > 0)
		lacks("a check", r.Check != nil)
		lacks("a risk", len(r.Risks) > 0)
		for _, risk := range r.Risks {
			lacks("a risk that NIST SP 800-190 has, not "+risk.ID, slices.Contains(known, risk))
		}
		for _, o := range r.Options {
			lacks("an option with a name of its own", o.Name != "severity" && o.Name != "enabled")
			lacks("a sentence about the option "+o.Name, strings.HasSuffix(o.Doc, "."))
			if o.Check != nil {
				lacks("a default that is allowed for the option "+o.Name, o.Check(o.Default) == nil)
			}
		}
		page, err := os.ReadFile("../docs/rules/" + r.Name + ".md")
		lacks("a page: run make generate", err == nil && strings.Contains(string(page), "# "+r.Name+"\n"))
	}
}

// namesTaken are the names of other rulesets' rules: TFLint refuses to run two rules of one name.
func namesTaken(t *testing.T) map[string]bool {
	t.Helper()
	src, err := os.ReadFile("testdata/names-taken.txt")
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]bool{}
	for name := range strings.Lines(string(src)) {
		taken[strings.TrimSpace(name)] = true
	}
	if len(taken) < 1000 {
		t.Fatalf("only %d names are taken", len(taken))
	}
	return taken
}
