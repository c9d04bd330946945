package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/hosttest"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/rules"
)

const fixtures = "../testdata/rules"

// read reads the fixtures of all rules, by rule and name.
func read(t *testing.T) map[string]*fixture.Fixture {
	t.Helper()
	all := map[string]*fixture.Fixture{}
	for _, r := range rules.All {
		ofRule, err := fixture.OfRule(fixtures, r.Name)
		if err != nil {
			t.Errorf("%s has no fixtures: %v", r.Name, err)
			continue
		}
		for _, kind := range fixture.Kinds {
			if !slices.ContainsFunc(ofRule, func(f *fixture.Fixture) bool { return f.Kind == kind }) {
				t.Errorf("%s has no fixture of the kind %q", r.Name, kind)
			}
		}
		for _, f := range ofRule {
			if (f.Kind == "fires") != (len(f.Want) > 0) {
				t.Errorf("%s: a fixture of the kind %q expects %d findings", f.Path, f.Kind, len(f.Want))
			}
			all[r.Name+"/"+f.Name] = f
		}
	}
	return all
}

// compare tells where what was reported of a fixture is not what it expects.
func compare(t *testing.T, f *fixture.Fixture, got []fixture.Finding) {
	t.Helper()
	fixture.Sort(got)
	fixture.Sort(f.Want)
	if diff := cmp.Diff(f.Want, got); diff != "" {
		t.Errorf("%s: findings differ (-expected +reported):\n%s", f.Path, diff)
	}
}

// TestFixtures tries every rule on its fixtures, in this process.
func TestFixtures(t *testing.T) {
	all := read(t)
	for i, r := range rules.All {
		for name, f := range all {
			if f.Rule != r.Name || f.CallsModules() {
				continue
			}
			t.Run(name, func(t *testing.T) {
				got, err := f.Check(&rules.All[i])
				if err != nil {
					t.Fatal(err)
				}
				compare(t, f, got)
			})
		}
	}
}

// TestFixturesInTFLint tries every rule on its fixtures, as TFLint runs the plugin that was built.
func TestFixturesInTFLint(t *testing.T) {
	all := read(t)
	tree := t.TempDir()
	for dir, f := range all {
		write(t, filepath.Join(tree, filepath.FromSlash(dir)), f)
	}
	got := map[string][]fixture.Finding{}
	result := hosttest.Lint(t, hosttest.Options{Dir: tree, Args: []string{"--recursive"}, ConfigPerDirectory: true})
	for _, e := range result.Errors {
		t.Errorf("TFLint: %s: %s", e.Summary, e.Message)
	}
	for _, issue := range result.Issues {
		dir := strings.Join(strings.Split(filepath.ToSlash(issue.Range.Filename), "/")[:2], "/")
		f := all[dir]
		if f == nil || issue.Rule.Name != f.Rule {
			continue
		}
		name, err := filepath.Rel(filepath.FromSlash(dir), issue.Range.Filename)
		if err != nil {
			t.Fatal(err)
		}
		severity := issue.Rule.Severity
		if severity == "info" {
			severity = "notice"
		}
		if issue.Rule.Link != project.RuleLink(f.Rule) {
			t.Errorf("%s links to %s", f.Rule, issue.Rule.Link)
		}
		got[dir] = append(got[dir], fixture.Finding{
			File: filepath.ToSlash(name), Line: issue.Range.Start.Line, Severity: severity,
			// Files are named as TFLint names them, from where it was started.
			Message: strings.ReplaceAll(fixture.WithoutRisks(issue.Message), dir+"/", ""),
		})
	}
	for dir, f := range all {
		t.Run(dir, func(t *testing.T) { compare(t, f, got[dir]) })
	}
}

// write puts a fixture where TFLint lints it, with its configuration.
func write(t *testing.T, dir string, f *fixture.Fixture) {
	t.Helper()
	files := map[string][]byte{".tflint.hcl": f.Config}
	if f.Config == nil {
		files[".tflint.hcl"] = []byte("plugin \"terraform\" {\n  enabled = false\n}\nplugin \"" + project.Name + "\" {\n  enabled = true\n}\nrule \"" + f.Rule + "\" {\n  enabled = true\n}\n")
	}
	for name, src := range f.Files {
		files[name] = src
	}
	for name, src := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
