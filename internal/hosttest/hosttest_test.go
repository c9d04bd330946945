package hosttest

import (
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
)

// mutableTags is the rule that the tests of this package count on: it fires on a repository of one line.
const mutableTags = "aws_ecr_repository_mutable_tags"

const (
	mutable   = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n}\n"
	immutable = "resource \"aws_ecr_repository\" \"app\" {\n  name                 = \"app\"\n  image_tag_mutability = \"IMMUTABLE\"\n}\n"
)

func TestLint(t *testing.T) {
	EachTFLint(t, func(t *testing.T, tflint string) {
		result := Lint(t, Options{
			Dir:    Module(t, map[string]string{"main.tf": mutable}),
			Args:   []string{"--only=" + mutableTags},
			TFLint: tflint,
		})
		if len(result.Issues) != 1 {
			t.Fatalf("got %v, want one finding", result.Issues)
		}
		got := result.Issues[0]
		if got.Rule.Name != mutableTags || got.Rule.Link != project.RuleLink(mutableTags) {
			t.Errorf("got %+v, want the rule %s and its page", got.Rule, mutableTags)
		}
		if got.Range.Filename != "main.tf" || got.Range.Start.Line != 1 {
			t.Errorf("got %s, want it on line 1 of main.tf", got)
		}
	})
}

func TestLintClean(t *testing.T) {
	EachTFLint(t, func(t *testing.T, tflint string) {
		result := Lint(t, Options{
			Dir:    Module(t, map[string]string{"main.tf": immutable}),
			Args:   []string{"--only=" + mutableTags},
			TFLint: tflint,
		})
		if len(result.Issues) != 0 {
			t.Errorf("got %v, want nothing", result.Issues)
		}
	})
}

func TestLintErrors(t *testing.T) {
	EachTFLint(t, func(t *testing.T, tflint string) {
		result := Lint(t, Options{
			Dir:         Module(t, map[string]string{"main.tf": mutable}),
			Config:      DefaultConfig + "rule \"aws_no_such_rule\" {\n  enabled = true\n}\n",
			TFLint:      tflint,
			AllowErrors: true,
		})
		if len(result.Errors) != 1 || !strings.Contains(result.Errors[0].Message, "aws_no_such_rule") {
			t.Errorf("got %+v, want an error about the rule", result.Errors)
		}
	})
}

// TFLint checks called modules at once, by the same rules in the same process. The oldest one leaves them out
// unless Terraform has installed them.
func TestLintCalledModules(t *testing.T) {
	module := "variable \"mutability\" {}\n\n" + strings.Replace(immutable, `"IMMUTABLE"`, "var.mutability", 1)
	call := func(name, mutability string) string {
		return "module \"" + name + "\" {\n  source     = \"./repository\"\n  mutability = \"" + mutability + "\"\n}\n"
	}
	result := Lint(t, Options{
		Dir: Module(t, map[string]string{
			"a.tf":               call("a", "MUTABLE"),
			"b.tf":               call("b", "IMMUTABLE"),
			"c.tf":               call("c", "MUTABLE"),
			"repository/main.tf": module,
		}),
		Args: []string{"--only=" + mutableTags},
	})
	var files []string
	for _, issue := range result.Issues {
		files = append(files, issue.Range.Filename)
	}
	if got := strings.Join(files, " "); got != "a.tf c.tf" {
		t.Errorf("got findings in %q, want one in a.tf and one in c.tf", got)
	}
}
