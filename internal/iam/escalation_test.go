package iam

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// quoted are texts as a list in Terraform's language.
func quoted(texts ...string) string { return `["` + strings.Join(texts, `", "`) + `"]` }

// roleWith is a role with an inline policy of statements.
func roleWith(statements ...string) string {
	return `
resource "aws_iam_role" "r" {
  name = "r"
  inline_policy {
    name   = "p"
    policy = jsonencode({ Statement = [` + strings.Join(statements, ", ") + `] })
  }
}
resource "aws_s3_bucket" "b" {}
variable "x" {}
`
}

func allow(actions, rest string) string {
	return `{ Effect = "Allow", Action = ` + actions + `, ` + rest + ` }`
}

const onAll = `Resource = "*"`

// holds tells whether the first identity of a module holds a combination.
func holds(t testing.TB, src string, c Combination) bool {
	t.Helper()
	ids := NewView(module(t, src)).Identities()
	return slices.ContainsFunc(ids[0].Holds(), func(e Escalation) bool { return slices.Equal(e.Actions, c.Actions) })
}

// TestCombinations tries every combination: held whole, on every resource; and not held for certain.
func TestCombinations(t *testing.T) {
	if n := len(Combinations()); n < 105 {
		t.Fatalf("%d combinations, want 105 or more", n)
	}
	for _, c := range Combinations() {
		if c.on != "" {
			continue // what it has to be done to is tried by the fixtures
		}
		t.Run(strings.Join(c.Actions, "+"), func(t *testing.T) {
			whole := allow(quoted(c.Actions...), onAll)
			for what, src := range map[string]string{
				"in one statement":                      roleWith(whole),
				"in lower case":                         roleWith(allow(quoted(lowered(c.Actions)...), onAll)),
				"one statement each":                    roleWith(each(c.Actions, onAll)...),
				"by wildcards":                          roleWith(allow(quoted(widened(c.Actions)...), onAll)),
				"with something not known beside it":    roleWith(allow(`concat(`+quoted(c.Actions...)+`, var.x)`, onAll)),
				"with a denial of something else":       roleWith(whole, `{ Effect = "Deny", Action = "aws-portal:*", Resource = "*" }`),
				"with a denial that has a condition":    roleWith(whole, `{ Effect = "Deny", Action = "*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } } }`),
				"with a denial that is not known":       roleWith(whole, `{ Effect = "Deny", Action = var.x, Resource = "*" }`),
				"on every resource of each service":     roleWith(each(c.Actions, "")...),
				"with a condition that narrows nothing": roleWith(allow(quoted(c.Actions...), onAll+`, Condition = { Bool = { "aws:SecureTransport" = "true" } }`)),
			} {
				if !holds(t, src, c) {
					t.Errorf("%s: not held", what)
				}
			}
			for i, action := range c.Actions {
				if !strings.Contains(action, "*") {
					rest := slices.Delete(slices.Clone(c.Actions), i, i+1)
					notHeld(t, c, "without "+action, roleWith(allow(quoted(append(rest, "s3:ListAllMyBuckets")...), onAll)))
				}
				one := func(statement string) []string { return replaced(c.Actions, i, statement) }
				notHeld(t, c, action+" denied", roleWith(whole, `{ Effect = "Deny", Action = "`+action+`", Resource = "*" }`))
				notHeld(t, c, action+" denied with its service", roleWith(whole, `{ Effect = "Deny", Action = "`+serviceOf(action)+`:*", Resource = "*" }`))
				notHeld(t, c, action+" on one resource", roleWith(one(allow(quoted(action), `Resource = aws_s3_bucket.b.arn`))...))
				notHeld(t, c, action+" on resources that are not known", roleWith(one(allow(quoted(action), `Resource = var.x`))...))
				notHeld(t, c, action+" within a condition on what it is done to", roleWith(one(allow(quoted(action), onAll+`, Condition = { StringEquals = { "aws:ResourceTag/team" = "a" } }`))...))
				notHeld(t, c, action+" within conditions that are not known", roleWith(one(allow(quoted(action), onAll+`, Condition = var.x`))...))
				notHeld(t, c, action+" with an effect that is not known", roleWith(one(`{ Effect = var.x, Action = "`+action+`", Resource = "*" }`)...))
			}
			notHeld(t, c, "actions that are not known", roleWith(allow("var.x", onAll)))
			notHeld(t, c, "bounded", boundedRole(whole, allow(`"s3:*"`, onAll)))
			notHeld(t, c, "bounded by something that is not known", strings.Replace(roleWith(whole), `name = "r"`, `name = "r"`+"\n  permissions_boundary = var.x", 1))
			if !holds(t, boundedRole(whole, allow(quoted(append([]string{"s3:*"}, c.Actions...)...), onAll)), c) {
				t.Error("bounded by what allows all of it: not held")
			}
		})
	}
}

func notHeld(t *testing.T, c Combination, what, src string) {
	t.Helper()
	if holds(t, src, c) {
		t.Errorf("%s: held", what)
	}
}

// boundedRole is a role with a statement, bounded by another one.
func boundedRole(statement, bound string) string {
	return strings.Replace(roleWith(statement), `name = "r"`, `name = "r"`+"\n  permissions_boundary = aws_iam_policy.bound.arn", 1) + `
resource "aws_iam_policy" "bound" {
  policy = jsonencode({ Statement = [` + bound + `] })
}
`
}

// each is a statement for each action: on all resources of its service where nothing is said.
func each(list []string, rest string) []string {
	var out []string
	for _, a := range list {
		on := rest
		if on == "" {
			service := serviceOf(a)
			for real, arns := range arnServices {
				if real == service {
					service = arns[len(arns)-1]
				}
			}
			on = fmt.Sprintf(`Resource = "arn:aws:%s:*:*:*"`, service)
			if canonical := slices.Collect(actions.Match(a)); len(canonical) == 1 && !canonical[0].Resources {
				on = onAll
			}
		}
		out = append(out, allow(quoted(a), on))
	}
	return out
}

// replaced is a statement for each action, with another one in the place of one.
func replaced(list []string, i int, statement string) []string {
	out := each(list, onAll)
	out[i] = statement
	return out
}

func serviceOf(action string) string {
	service, _, _ := strings.Cut(action, ":")
	return service
}

func lowered(list []string) []string {
	var out []string
	for _, a := range list {
		out = append(out, strings.ToLower(a))
	}
	return out
}

// widened are patterns that take in the actions, and little else.
func widened(list []string) []string {
	var out []string
	for _, a := range list {
		out = append(out, a[:len(a)-1]+"*")
	}
	return out
}

// TestCombinationsAreKnown: what a combination needs is an action of AWS, but for services that AWS has ended.
func TestCombinationsAreKnown(t *testing.T) {
	ended := []string{"codestar"}
	for _, c := range Combinations() {
		for _, a := range c.Actions {
			if len(slices.Collect(actions.Match(a))) == 0 && !slices.Contains(ended, serviceOf(a)) {
				t.Errorf("AWS has no %s", a)
			}
		}
		if c.Can == "" {
			t.Errorf("%v: what it leads to is not said", c.Actions)
		}
	}
}
