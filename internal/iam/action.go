package iam

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// Pattern is an action pattern that is known: ecs:RunTask, s3:Get*, *.
type Pattern struct {
	Text  string
	Value *eval.Value
}

// patterns are the action patterns among some values that are known.
func patterns(values []*eval.Value) []Pattern {
	var out []Pattern
	for _, v := range values {
		if s, ok := v.Text(); ok {
			out = append(out, Pattern{s, v})
		}
	}
	return out
}

// leastPatterns are the action patterns among some values that are certainly there: of several of which one is, the one that all others
// take in.
func leastPatterns(values []*eval.Value) []Pattern {
	var out []Pattern
	for _, v := range values {
		alternatives := v.Alternatives()
		known := patterns(alternatives)
		least := slices.IndexFunc(known, func(p Pattern) bool {
			return !slices.ContainsFunc(known, func(o Pattern) bool { return !o.Matches(p.Text) })
		})
		if len(known) == len(alternatives) && least >= 0 {
			out = append(out, known[least])
		}
	}
	return out
}

// actionTexts are the patterns as they are written.
func actionTexts(patterns []Pattern) []string {
	out := make([]string, len(patterns))
	for i, p := range patterns {
		out[i] = p.Text
	}
	return out
}

// service is the part before the colon; "*" in the pattern that is a star only.
func (p Pattern) service() string {
	service, _, ok := strings.Cut(p.Text, ":")
	if !ok && p.isEvery() {
		return "*"
	}
	return service
}

// isEvery tells whether the pattern is every action of every service: *, *:*.
func (p Pattern) isEvery() bool {
	return strings.Contains(p.Text, "*") && strings.Trim(p.Text, "*?:") == "" && strings.Count(p.Text, ":") <= 1
}

// isWhole tells whether the pattern is every action of its service: ecs:*.
func (p Pattern) isWhole() bool {
	_, name, ok := strings.Cut(p.Text, ":")
	return p.isEvery() || ok && isWildcard(name)
}

// isWildcard tells whether a text is nothing but wildcards, one of them for any text.
func isWildcard(s string) bool { return strings.Contains(s, "*") && strings.Trim(s, "*?") == "" }

func (p Pattern) hasWildcard() bool { return strings.ContainsAny(p.Text, "*?") }

// wholes are services that are granted whole or not at all, and have no resources: the channels between AWS and the SSM agent,
// which ECS Exec uses too, and support cases.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSupportAccess.html
var wholes = []string{"ssmmessages", "ec2messages", "support"}

// fewWrites is up to how many writing actions a wildcard may take in to be judged action by action.
const fewWrites = 3

// isBroad tells whether the pattern has a wildcard that takes in writing actions that nobody has listed: a whole service, more
// than one service, or all that begin with one word (s3:Put*). What stands for the variants of one operation
// (kms:GenerateDataKey*, s3:PutObject*), or takes in few writing actions (ecs:Submit*), is as good as a list.
func (p Pattern) isBroad() bool {
	if !p.hasWildcard() || slices.Contains(wholes, strings.ToLower(p.service())) {
		return false
	}
	limit := fewWrites
	if p.isWhole() || strings.ContainsAny(p.service(), "*?") {
		limit = 0
	}
	writes, words := 0, 0
	for a := range actions.Match(p.Text) {
		if a.Level == actions.Read || a.Level == actions.List || reading.MatchString(a.Name) {
			continue
		}
		if writes++; writes == 1 {
			words = p.words(a.Name)
		}
		if writes > limit {
			return limit == 0 || words <= 1
		}
	}
	return false
}

// reading are the names of actions that read whatever AWS takes them for. Some hand out credentials: these are judged one by one.
var reading = regexp.MustCompile("^(BatchGet|Describe|Get|List)")

// words is how many words of an action's name the pattern spells out. example is a name that it matches: the pattern may be
// written in lower case.
func (p Pattern) words(example string) int {
	_, name, _ := strings.Cut(p.Text, ":")
	if first := strings.IndexAny(name, "*?"); first >= 0 && first == len(name)-1 {
		name = example[:first]
	}
	n := 0
	for _, r := range name {
		if 'A' <= r && r <= 'Z' {
			n++
		}
	}
	return n
}

// everyAction tells whether patterns together take in every action there is, or every one of what is listed.
func everyAction(patterns []Pattern, listed ...string) bool {
	if slices.ContainsFunc(patterns, Pattern.isEvery) {
		return true
	}
	matches := func(action string) bool {
		return slices.ContainsFunc(patterns, func(p Pattern) bool { return actions.MatchesFold(p.Text, action) })
	}
	for _, action := range listed {
		if !matches(action) {
			return false
		}
	}
	if listed != nil {
		return true
	}
	// All of AWS takes wildcards in place of services, or hundreds of lines.
	if !slices.ContainsFunc(patterns, func(p Pattern) bool { return strings.ContainsAny(p.service(), "*?") }) {
		return false
	}
	for a := range actions.Match("*") {
		if !matches(a.String()) {
			return false
		}
	}
	return true
}

// waysToAdmin are the actions of which one alone, on every resource, makes its holder an administrator: all of them together
// are administrator access, whatever else is not granted.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
var waysToAdmin = []string{
	"iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey",
	"iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:PassRole", "iam:PutGroupPolicy", "iam:PutRolePolicy",
	"iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile",
}
