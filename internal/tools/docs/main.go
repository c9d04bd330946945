// Command docs writes the pages about the rules: one a rule, the index, and the page of NIST SP 800-190. They are made of the
// rules themselves and of their fixtures; the output in them is what TFLint prints.
//
// It runs TFLint (the environment variable TFLINT) with the plugin as built (PLUGIN_DIR), as `make generate` sets them.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/rules"
)

func main() {
	if err := run(".."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the pages below root, the repository.
func run(root string) error {
	for _, variable := range []string{"TFLINT", "PLUGIN_DIR"} {
		if os.Getenv(variable) == "" {
			return fmt.Errorf("%s is not set: the pages are written by `make generate`", variable)
		}
	}
	pages := map[string]string{
		"docs/rules/README.md":    index(rules.All),
		"docs/nist-sp-800-190.md": coverage(rules.All),
	}
	examples, err := examplesOf(root, rules.All)
	if err != nil {
		return err
	}
	for i, r := range rules.All {
		pages["docs/rules/"+r.Name+".md"] = page(&r, examples[i])
	}
	for name, text := range pages {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return dropStale(filepath.Join(root, "docs/rules"), pages)
}

// dropStale removes the pages of rules that are no more.
func dropStale(dir string, pages map[string]string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if _, ok := pages["docs/rules/"+e.Name()]; !ok {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// example is a module that a rule reports, and what TFLint says of it.
type example struct {
	source, output string
}

// examplesOf lints the plain fixture of each rule, two at a time: starting TFLint takes longer than linting.
func examplesOf(root string, all []rule.Rule) ([]example, error) {
	examples := make([]example, len(all))
	errs := make([]error, len(all))
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	for i := range all {
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			examples[i], errs[i] = exampleOf(root, &all[i])
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return examples, nil
}

var (
	expectation      = regexp.MustCompile(`(?m)[ \t]*# expect [a-z]+: .*$`)
	expectationBelow = regexp.MustCompile(`(?m)^[ \t]*# expect-below [a-z]+: .*\n`)
)

func exampleOf(root string, r *rule.Rule) (example, error) {
	fixture := filepath.Join(root, "testdata/rules", r.Name, "fires.tf")
	annotated, err := os.ReadFile(fixture)
	if err != nil {
		return example{}, fmt.Errorf("the example of %s: %w", r.Name, err)
	}
	source := expectation.ReplaceAllString(expectationBelow.ReplaceAllString(string(annotated), ""), "")
	dir, err := os.MkdirTemp("", "docs")
	if err != nil {
		return example{}, err
	}
	defer os.RemoveAll(dir)
	config, err := os.ReadFile(strings.TrimSuffix(fixture, ".tf") + ".tflint.hcl")
	if err != nil {
		config = fmt.Appendf(nil, "plugin \"terraform\" {\n  enabled = false\n}\nplugin %q {\n  enabled = true\n}\n", project.Name)
	}
	for name, text := range map[string]string{"main.tf": source, ".tflint.hcl": string(config)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return example{}, err
		}
	}
	cmd := exec.Command(os.Getenv("TFLINT"), "--only="+r.Name, "--no-color", "--force")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TFLINT_PLUGIN_DIR="+os.Getenv("PLUGIN_DIR"))
	output, err := cmd.Output()
	if err != nil {
		return example{}, fmt.Errorf("TFLint on the example of %s: %w", r.Name, err)
	}
	return example{source: strings.TrimSpace(source), output: strings.TrimSpace(string(output))}, nil
}
