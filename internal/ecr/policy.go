package ecr

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/words"
)

const (
	repositoryPolicy = "aws_ecr_repository_policy"
	publicPolicy     = "aws_ecrpublic_repository_policy"
)

// The services of IAM that repositories belong to.
const (
	private = "ecr"
	public  = "ecr-public"
)

// PolicyTypes are the resources and data sources in which policies of repositories are written.
var PolicyTypes = []string{repositoryPolicy, creationTemplate, publicPolicy, "data." + iam.DocumentType}

// policy is the policy of a repository, or of those that a template makes.
type policy struct {
	iam.Document
	service string // ecr, or ecr-public
	owner   iam.Owner
}

// policies are the policies of the module's repositories, those left out that go to other modules.
func policies(m *terraform.Module) []policy {
	var out []policy
	for _, r := range m.Resources(repositoryPolicy, creationTemplate, publicPolicy) {
		service, argument := private, "policy"
		switch r.Type {
		case creationTemplate:
			argument = "repository_policy"
		case publicPolicy:
			service = public
		}
		out = append(out, policy{iam.NewDocument(m, r.Address(), r.Get(argument)), service, iam.OwnerOf(m, r)})
	}
	return out
}

// OpenPolicies are the statements that let strangers into repositories. What everyone may read of a public repository is left
// out: it is there for everyone.
func OpenPolicies(m *terraform.Module, v *iam.View) []OpenPolicy {
	var out []OpenPolicy
	for _, p := range policies(m) {
		out = append(out, mattering(p.service, false, p.Open())...)
	}
	for _, service := range []string{private, public} {
		out = append(out, mattering(service, false, v.OpenHandedOut(service))...)
	}
	return out
}

// mattering are the statements that let strangers do something that matters.
func mattering(service string, ofRegistry bool, statements []iam.Open) []OpenPolicy {
	var out []OpenPolicy
	for _, s := range statements {
		if p := (OpenPolicy{s, service, ofRegistry}); p.Allows() != "" {
			out = append(out, p)
		}
	}
	return out
}

// OpenPolicy is a statement that lets strangers into a repository or a registry.
type OpenPolicy struct {
	iam.Open
	service    string
	ofRegistry bool
}

// deeds are what actions let people do: with private repositories, with public ones, and with a registry.
var deeds = []struct {
	what                      string
	private, public, registry bool
	actions                   string
}{
	{"pull images", true, false, true, "BatchGetImage GetDownloadUrlForLayer"},
	{"push images", true, true, true, "PutImage InitiateLayerUpload UploadLayerPart CompleteLayerUpload"},
	{"replicate images into it", false, false, true, "ReplicateImage BatchImportUpstreamImage"},
	{"create repositories", false, false, true, "CreateRepository"},
	{"delete images", true, true, true, "BatchDeleteImage DeleteRepository"},
	{"change its policy", true, true, true, "SetRepositoryPolicy DeleteRepositoryPolicy"},
}

// Allows is what strangers may do, in words; empty where it is nothing that matters, or is not known.
func (p OpenPolicy) Allows() string {
	var can []string
	for _, d := range deeds {
		matters := d.private
		switch {
		case p.ofRegistry:
			matters = d.registry
		case p.isPublic():
			matters = d.public
		}
		covered := func(action string) bool { return p.Covers(p.service + ":" + action) }
		if matters && slices.ContainsFunc(strings.Fields(d.actions), covered) {
			can = append(can, d.what)
		}
	}
	if len(can) == 0 {
		can = p.others()
	}
	return words.List(can, len(can))
}

// Who is whom the statement lets in, in words.
func (p OpenPolicy) Who() string {
	if p.Principal.AllBut {
		return "everyone but those that NotPrincipal names"
	}
	return "anyone in any AWS account"
}

// isPublic tells whether it is about public repositories.
func (p OpenPolicy) isPublic() bool { return p.service == public }

// others is what strangers may do beside the usual.
func (p OpenPolicy) others() []string {
	for a := range actions.Match(p.service + ":*") {
		if p.Covers(a.String()) && (!p.isPublic() || !a.ReadOnly()) {
			return []string{"use " + a.String()}
		}
	}
	return nil
}
