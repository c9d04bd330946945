package iam

import (
	"regexp"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// Breadth is whom a condition on a token's subject lets in.
type Breadth uint8

const (
	// Particular: somebody in particular, or it can't be known.
	Particular Breadth = iota
	// WholeOrganization: whatever an organization builds: repo:acme/*.
	WholeOrganization
	// AnyNamespace: service accounts of a name in every namespace: system:serviceaccount:*:app.
	AnyNamespace
	// Lax: somebody in particular, by an operator that a token without a subject passes too.
	Lax
	// Everyone who gets a token.
	Everyone
)

// subjectForm is how a service writes subjects: a label, the owner, a separator, and what of the owner's it is.
type subjectForm struct {
	label     string
	separator string // empty: the owner is all there is
	// whole matches what follows the separator where it is any of the owner's.
	whole *regexp.Regexp
	// examples are subjects of strangers, for patterns that don't begin with the label.
	examples []string
}

var (
	anyProject   = regexp.MustCompile(`^\*+(:.*)?$`)
	anyWorkspace = regexp.MustCompile(`^([*:]|(project|workspace|pipeline):\*+|(run_phase|ref|commit|step):.*)*$`)
	noPattern    = regexp.MustCompile(`$.`)
)

// subjectForms are those that are known.
//
//	https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
//	https://docs.gitlab.com/ci/cloud_services/#configure-a-conditional-role-with-oidc-claims
//	https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
//	https://buildkite.com/docs/pipelines/security/oidc
//	https://circleci.com/docs/openid-connect-tokens/
var subjectForms = []subjectForm{
	{"repo:", "/", anyProject, []string{
		"repo:stranger/any:ref:refs/heads/main", "repo:stranger/any:ref:refs/heads/master", "repo:stranger/any:pull_request",
		"repo:stranger/any:environment:production",
	}},
	{"repository_owner:", ":", noPattern, nil},
	{"repository_owner_id:", ":", noPattern, nil},
	{"repository:", "/", noPattern, nil},
	{"repository_id:", ":", noPattern, nil},
	{"job_workflow_ref:", "/", noPattern, nil},
	{"https://github.com/", "", noPattern, []string{"https://github.com/stranger"}}, // of audit logs
	{"project_path:", "/", anyProject, []string{"project_path:stranger/any:ref_type:branch:ref:main"}},
	{"organization:", ":", anyWorkspace, []string{
		"organization:stranger:project:any:workspace:any:run_phase:apply", "organization:stranger:pipeline:any:ref:refs/heads/main:commit:1:step:1",
	}},
	{"account:", ":", noPattern, nil}, // of Codefresh and Scalr
	{"org/", "/", regexp.MustCompile(`^([*/]|project/\*+|user/.*)*$`), []string{"org/1/project/2/user/3"}},
}

const serviceAccount = "system:serviceaccount:"

// breadthOf is whom a pattern of subjects lets in. It may have holes: what is not known is taken for a name.
func breadthOf(p string) Breadth {
	if !strings.ContainsAny(p, "*?") {
		return Particular
	}
	if strings.Contains(p, "*") && strings.Trim(p, "*?:/") == "" {
		return Everyone
	}
	widest := breadthOfAccounts(p)
	for _, f := range subjectForms {
		widest = max(widest, f.breadthOf(p))
	}
	return widest
}

func (f subjectForm) breadthOf(p string) Breadth {
	rest, ok := strings.CutPrefix(p, f.label)
	if !ok {
		for _, example := range f.examples {
			if actions.Matches(p, example) {
				return Everyone
			}
		}
		return Particular
	}
	owner, rest := rest, ""
	if f.separator != "" {
		owner, rest, _ = strings.Cut(owner, f.separator)
	}
	// The number of an owner may follow its name; either says enough: acme@*/app, *@12345/app.
	name, number, _ := strings.Cut(owner, "@")
	named := !strings.ContainsAny(name, "*?") || number != "" && !strings.ContainsAny(number, "*?")
	switch {
	case strings.Contains(owner, hole):
		return Particular
	case !named:
		return Everyone
	case f.whole.MatchString(rest):
		return WholeOrganization
	}
	return Particular
}

// breadthOfAccounts is breadthOf for service accounts of Kubernetes: system:serviceaccount:<namespace>:<name>.
// https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
func breadthOfAccounts(p string) Breadth {
	rest, ok := strings.CutPrefix(p, serviceAccount)
	if !ok {
		name := p[strings.LastIndex(p, ":")+1:]
		switch {
		case actions.Matches(p, serviceAccount+"any:any"):
			return Everyone
		case !strings.ContainsAny(name, "*?") && actions.Matches(p, serviceAccount+"any:"+name):
			return AnyNamespace
		}
		return Particular
	}
	namespace, name, both := strings.Cut(rest, ":")
	if !isWildcard(namespace) {
		return Particular
	}
	if !both || isWildcard(name) {
		return Everyone
	}
	return AnyNamespace
}

// issuerBySubject is the provider whose subjects are like the pattern, where no more is known.
func issuerBySubject(p string) Issuer {
	for label, url := range map[string]string{"repo:": "token.actions.githubusercontent.com", "project_path:": "gitlab.com", serviceAccount: clusters} {
		if strings.HasPrefix(p, label) {
			return issuerAt(url)
		}
	}
	return issuerAt("")
}

// strangersOwn are claims of build services, lower case, whose values everybody chooses: a branch, an environment.
// https://docs.github.com/en/actions/reference/security/oidc#oidc-token-claims
var strangersOwn = map[string]bool{
	"base_ref": true, "branch": true, "environment": true, "event_name": true, "head_ref": true, "iss": true, "ref": true, "ref_type": true,
	"runner_environment": true, "workflow": true,
}

// ownedClaims are claims that begin with the owner, which a slash ends.
var ownedClaims = map[string]bool{"job_workflow_ref": true, "repository": true, "workflow_ref": true, "project_path": true}

// admits is whom the condition lets in of those who get a token from the provider, and the value that says so. It is Everyone
// without a value where the condition is about something else. exists tells that the token has to have the claim.
func (c Condition) admits(i Issuer, exists bool) (Breadth, *eval.Value) {
	claim := c.claim()
	switch {
	case claim == "?":
		return Particular, nil
	case claim == "":
		if strings.HasPrefix(strings.ToLower(c.Key), "aws:requesttag/") && !c.vacuous() && !c.anyValue() {
			return Particular, nil // tags come from the token
		}
		if c.narrowsCallers() != NotNarrowed {
			return Particular, nil
		}
		return Everyone, nil
	case c.negated(), c.test() == "null", strangersOwn[claim]:
		return Everyone, nil
	case claim == "aud":
		if i.tenancy == ofUnknown && !c.isUsualAudience(i) {
			return Particular, nil // it may be the client that people log in to
		}
		return Everyone, nil
	}
	breadth, at := Particular, c.Values
	if c.test() == "stringlike" {
		breadth, at = c.widest(claim)
	}
	if breadth < Lax && c.vacuous() && !exists {
		if claim != "sub" {
			return Everyone, nil
		}
		return Lax, at
	}
	if breadth == Everyone && claim != "sub" {
		at = nil
	}
	return breadth, at
}

// widest is the widest of the patterns that are known and certainly there.
func (c Condition) widest(claim string) (Breadth, *eval.Value) {
	breadth, at := Particular, c.Values
	for _, v := range c.Values.CertainItems() {
		p, b := pattern(v), Particular
		switch {
		case claim == "sub":
			b = breadthOf(p)
		case ownedClaims[claim]:
			b = subjectForm{separator: "/", whole: noPattern}.breadthOf(p)
		case isWildcard(p):
			b = Everyone
		}
		if b > breadth {
			breadth, at = b, v
		}
	}
	return breadth, at
}

// isUsualAudience tells whether the audience is certainly one that says nothing of who logs in: AWS itself, or the provider.
func (c Condition) isUsualAudience(i Issuer) bool {
	values := c.Values.CertainItems()
	for _, v := range values {
		s, known := v.Text()
		s = strings.ToLower(strings.Trim(s, "*"))
		if !known || s != "" && s != "sts.amazonaws.com" && strings.TrimSuffix(strings.TrimPrefix(s, "https://"), "/") != i.URL {
			return false
		}
	}
	return len(values) > 0 && !c.Values.Open()
}
