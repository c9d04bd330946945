package ecr

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/words"
)

// grants are what a repository's policy allows to some, without what it allows to everyone.
type grants struct {
	list    []iam.PolicyGrant
	service string
	owner   iam.Owner
}

// allGrants are the grants of the policies of the module's repositories, by policy: also of policies that go to other modules,
// of which it is not known in which account they end.
func allGrants(m *terraform.Module, v *iam.View) []grants {
	var out []grants
	for _, p := range policies(m) {
		out = append(out, grants{p.Grants(), p.service, p.owner})
	}
	for _, service := range []string{private, public} {
		for _, list := range v.GrantsHandedOut(service) {
			out = append(out, grants{list, service, iam.Owner{}})
		}
	}
	return out
}

// management are the actions with which a repository itself is managed: neither pulling nor pushing takes them. Images are
// deleted by pipelines that clean up; so that counts only where a wildcard takes it in and nobody has listed it.
var management = []struct {
	what     string
	actions  string
	unlisted bool
}{
	{"delete images", "BatchDeleteImage", true},
	{"delete the repository", "DeleteRepository", false},
	{"change its policy", "SetRepositoryPolicy DeleteRepositoryPolicy", false},
	{"change which images expire", "PutLifecyclePolicy DeleteLifecyclePolicy", false},
	{"make its tags mutable", "PutImageTagMutability", false},
	{"switch off its scans", "PutImageScanningConfiguration", false},
}

// BroadGrant is a statement that lets somebody manage a repository, not only pull from it or push to it.
type BroadGrant struct {
	iam.PolicyGrant
	// At is what allows it: an action pattern, or the list of what is excepted.
	At *eval.Value
	// Actions are the patterns that allow it; NotAction where they are all but some.
	Actions []string

	deeds []string
}

// Allows is what it lets them do, in words.
func (b BroadGrant) Allows() string { return words.List(b.deeds, len(b.deeds)) }

// BroadGrants are the statements that let somebody manage a repository. To an account as a whole a statement grants something
// only if the account is another one; whether it is counts where the module says so.
func BroadGrants(m *terraform.Module, v *iam.View) []BroadGrant {
	var out []BroadGrant
	for _, g := range allGrants(m, v) {
		for _, grant := range g.list {
			if b := broad(grant, g.service); b.At != nil {
				if b.Grantees = g.gaining(b); len(b.Grantees) > 0 {
					out = append(out, b)
				}
			}
		}
	}
	return out
}

// gaining are the grantees that a grant gives something. Lambda's console gives Lambda the policy of the repository to change, so
// that it can go on pulling; what is listed for it is meant so:
// https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions
func (g grants) gaining(b BroadGrant) []iam.Grantee {
	var out []iam.Grantee
	listed := !slices.ContainsFunc(b.Actions, func(action string) bool { return strings.ContainsAny(action, "*?") || action == "NotAction" })
	for _, one := range b.Grantees {
		if listed && one.Kind == iam.GranteeService && one.Value.Is("lambda.amazonaws.com") {
			continue
		}
		whose := g.owner.Whose(one)
		if one.Kind != iam.GranteeWholeAccount || whose == iam.Foreign || whose == iam.UnknownWhose && one.Account != "" {
			out = append(out, one)
		}
	}
	return out
}

// broad is what is broad about a statement; At is nil where nothing is.
func broad(g iam.PolicyGrant, service string) BroadGrant {
	b := BroadGrant{PolicyGrant: g}
	var by []iam.Pattern
	for _, deed := range management {
		can := false
		for _, name := range strings.Fields(deed.actions) {
			action := service + ":" + name
			if !exists(action) || !g.Permits(action) {
				continue
			}
			matching := slices.DeleteFunc(slices.Clone(g.ActionPatterns()), func(p iam.Pattern) bool {
				return !p.Matches(action) || deed.unlisted && !p.IsWildcard()
			})
			can = can || len(matching) > 0 || !g.NotActions().Absent()
			by = append(by, matching...)
		}
		if can {
			b.deeds = append(b.deeds, deed.what)
		}
	}
	switch {
	case len(b.deeds) == 0:
	case len(by) == 0:
		b.At, b.Actions = g.NotActions().WhereUsed(), []string{"NotAction"}
	default:
		b.At = by[0].Value.WhereUsed()
		for _, p := range by {
			if !slices.Contains(b.Actions, p.Text) {
				b.Actions = append(b.Actions, p.Text)
			}
		}
	}
	return b
}

// exists tells whether there is such an action: not all of those of private repositories are there for public ones.
func exists(action string) bool {
	for range actions.Match(action) {
		return true
	}
	return false
}

// ForeignPush is what lets somebody in another account push images to a repository.
type ForeignPush struct {
	iam.PolicyGrant
	At *eval.Value // the principal
	// Who may push. Of several accounts that are written as numbers one may be the repository's own: OneMayBeOwn.
	Who         string
	OneMayBeOwn bool
}

// ForeignPushes are the statements that certainly let somebody in another account push images. Those that are broad are left
// out: they are told as such.
//
// That an account is another one is certain where the provider's configuration says which account the repository is in, where
// Terraform makes the account, where it is a whole organization, and where there are several: a repository is in one.
func ForeignPushes(m *terraform.Module, v *iam.View) []ForeignPush {
	var out []ForeignPush
	for _, g := range allGrants(m, v) {
		out = append(out, g.foreignPushes()...)
	}
	return out
}

func (g grants) foreignPushes() []ForeignPush {
	var out []ForeignPush
	var numbered []ForeignPush // accounts of which it is not known whose they are, each once
	var numbers []string
	for _, grant := range g.list {
		// PutImage is what changes what a tag stands for; layers alone change nothing.
		if b := broad(grant, g.service); !grant.Permits(g.service+":PutImage") || b.At != nil && len(g.gaining(b)) > 0 {
			continue
		}
		var foreign []iam.Grantee
		for _, one := range grant.Grantees {
			switch g.owner.Whose(one) {
			case iam.Foreign:
				foreign = append(foreign, one)
			case iam.UnknownWhose:
				if one.Account != "" && !slices.Contains(numbers, one.Account) && !grant.Maybe() {
					numbers = append(numbers, one.Account)
					numbered = append(numbered, ForeignPush{PolicyGrant: grant, At: one.Value})
				}
			}
		}
		if len(foreign) > 0 {
			out = append(out, ForeignPush{PolicyGrant: grant, At: foreign[0].Value, Who: iam.Who(foreign)})
		}
	}
	if len(numbers) > 1 {
		last := numbered[len(numbered)-1]
		last.Who, last.OneMayBeOwn = "accounts "+words.List(numbers, len(numbers)), true
		out = append(out, last)
	}
	return out
}
