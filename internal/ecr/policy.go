package ecr

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

const (
	repositoryPolicy = "aws_ecr_repository_policy"
	registryPolicy   = "aws_ecr_registry_policy"
	publicPolicy     = "aws_ecrpublic_repository_policy"
)

// PolicyTypes are the resources and data sources in which policies of repositories and registries are written.
var PolicyTypes = []string{repositoryPolicy, registryPolicy, creationTemplate, publicPolicy, "data." + iam.DocumentType}

// OpenPolicies are the statements that let strangers into repositories and registries. What everyone may read of a public
// repository is left out: it is there for everyone.
func OpenPolicies(m *terraform.Module, v *iam.View) []OpenPolicy {
	var out []OpenPolicy
	add := func(service string, ofRegistry bool, statements []iam.Open) {
		for _, s := range statements {
			p := OpenPolicy{s, service, ofRegistry}
			if p.Allows() != "" {
				out = append(out, p)
			}
		}
	}
	for _, r := range m.Resources(repositoryPolicy, registryPolicy, creationTemplate, publicPolicy) {
		service, argument := "ecr", "policy"
		switch r.Type {
		case creationTemplate:
			argument = "repository_policy"
		case publicPolicy:
			service = "ecr-public"
		}
		add(service, r.Type == registryPolicy, iam.NewDocument(m, r.Address(), r.Get(argument)).Open())
	}
	for _, service := range []string{"ecr", "ecr-public"} {
		add(service, false, v.OpenHandedOut(service))
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
	if n := len(can); n > 1 {
		can = append(can[:n-2], can[n-2]+" and "+can[n-1])
	}
	return strings.Join(can, ", ")
}

// isPublic tells whether it is about public repositories.
func (p OpenPolicy) isPublic() bool { return p.service == "ecr-public" }

// others is what strangers may do beside the usual.
func (p OpenPolicy) others() []string {
	for a := range actions.Match(p.service + ":*") {
		if p.Covers(a.String()) && (!p.isPublic() || !a.ReadOnly()) {
			return []string{"use " + a.String()}
		}
	}
	return nil
}
