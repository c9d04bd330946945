// Package hosttest runs the plugin in the real TFLint, for tests.
//
// TFLint and the plugin are found through the environment that `make test` sets up. A test that lacks them fails:
// what is skipped on one machine is tested on none.
package hosttest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
)

// DefaultConfig enables this plugin with its defaults, and nothing else.
const DefaultConfig = `plugin "` + project.Name + `" {
  enabled = true
}

plugin "terraform" {
  enabled = false
}
`

// Options says what to lint and how.
type Options struct {
	// Dir is the module. It is linted in place: pass a [Copy] where the run changes files, as with --fix.
	Dir string
	// Config is the text of a TFLint configuration. Without one it is the module's own .tflint.hcl,
	// and where there is none, DefaultConfig.
	Config string
	// ConfigPerDirectory leaves it to each directory's own .tflint.hcl, as --recursive does.
	ConfigPerDirectory bool
	// Args are more of TFLint's flags.
	Args []string
	// Env are more environment variables, as in "TF_VAR_region=eu-west-1".
	Env []string
	// TFLint is the binary to run. Without one it is the newest.
	TFLint string
	// AllowErrors returns TFLint's errors; otherwise they fail the test.
	AllowErrors bool
}

// Result is what TFLint said.
type Result struct {
	Issues []Issue
	Errors []Error
}

// Issue is one finding.
type Issue struct {
	Rule    Rule
	Message string
	Range   Range
	// Callers are the module calls that lead to a finding in a called module.
	Callers []Range
	Fixable bool
	Fixed   bool
}

// Rule is the rule of a finding, as TFLint tells it.
type Rule struct {
	Name string
	// Severity is "error", "warning" or "info".
	Severity string
	Link     string
}

// Range is a place in a file. The file's name is relative to the module.
type Range struct {
	Filename   string
	Start, End Pos
}

// Pos is a position in a file; line and column count from one.
type Pos struct{ Line, Column int }

// Error is what kept TFLint from linting.
type Error struct {
	Summary  string
	Message  string
	Severity string
	Range    *Range
}

// String writes the finding on one line, as TFLint's compact format does.
func (i Issue) String() string {
	return fmt.Sprintf("%s:%d:%d: %s - %s (%s)",
		i.Range.Filename, i.Range.Start.Line, i.Range.Start.Column, i.Rule.Severity, i.Message, i.Rule.Name)
}

// Lint runs TFLint with the plugin on a module.
func Lint(t testing.TB, o Options) Result {
	t.Helper()
	if o.TFLint == "" {
		o.TFLint = Newest(t)
	}
	args := []string{"--format=json"}
	if !o.ConfigPerDirectory {
		args = append(args, "--config="+configFile(t, o))
	}
	cmd := command(t, o.TFLint, append(args, o.Args...)...)
	cmd.Dir = o.Dir
	cmd.Env = append(cmd.Env, o.Env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr

	// TFLint exits with a status of its own for findings and for errors, and tells about both in its output.
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatalf("running TFLint: %v", err)
	}
	var result Result
	if err := json.Unmarshal(stdout.Bytes(), &result); err != nil {
		t.Fatalf("TFLint's output is no JSON: %v\n%s%s", err, &stdout, &stderr)
	}
	if len(result.Errors) > 0 && !o.AllowErrors {
		t.Fatalf("TFLint failed in %s: %+v", o.Dir, result.Errors)
	}
	return result
}

func configFile(t testing.TB, o Options) string {
	t.Helper()
	if o.Config == "" {
		own, err := filepath.Abs(filepath.Join(o.Dir, ".tflint.hcl"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(own); err == nil {
			return own
		}
		o.Config = DefaultConfig
	}
	return filepath.Join(Module(t, map[string]string{".tflint.hcl": o.Config}), ".tflint.hcl")
}

// command is TFLint in an environment without the settings of whoever runs the tests.
func command(t testing.TB, tflint string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), tflint, args...)
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "TF_") && !strings.HasPrefix(variable, "TFLINT_") {
			cmd.Env = append(cmd.Env, variable)
		}
	}
	cmd.Env = append(cmd.Env, "TFLINT_PLUGIN_DIR="+PluginDir(t))
	return cmd
}

// Module writes files, given by their slash-separated names, to a new directory that goes away with the test.
func Module(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Copy copies a module and all below it to a new directory that goes away with the test.
func Copy(t testing.TB, dir string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

// EachTFLint runs a test with the newest TFLint and with the oldest that is supported.
func EachTFLint(t *testing.T, test func(t *testing.T, tflint string)) {
	t.Run("newest", func(t *testing.T) { test(t, Newest(t)) })
	t.Run("oldest", func(t *testing.T) { test(t, Oldest(t)) })
}

// Newest is the newest TFLint.
func Newest(t testing.TB) string {
	t.Helper()
	return path(t, "TFLINT")
}

// Oldest is the oldest TFLint that is supported.
func Oldest(t testing.TB) string {
	t.Helper()
	return path(t, "TFLINT_OLDEST")
}

// PluginDir is the directory of the plugin that is under test.
func PluginDir(t testing.TB) string {
	t.Helper()
	return path(t, "PLUGIN_DIR")
}

// path is what an environment variable of `make test` points to.
func path(t testing.TB, variable string) string {
	t.Helper()
	path := os.Getenv(variable)
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%s points to nothing (%v); run make test, which builds TFLint and the plugin first", variable, err)
	}
	return path
}
