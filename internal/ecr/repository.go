// Package ecr is the typed view of ECR: repositories, and what a registry does to all of them.
package ecr

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/wildcard"
)

// RepositoryType is the resource of a private repository.
const RepositoryType = "aws_ecr_repository"

// Repository is a private repository.
type Repository struct{ *terraform.Resource }

// Repositories are the private repositories of a module.
func Repositories(m *terraform.Module) []Repository {
	var out []Repository
	for _, r := range m.Resources(RepositoryType) {
		out = append(out, Repository{r})
	}
	return out
}

// Name is the repository's name in the registry.
func (r Repository) Name() *eval.Value { return r.Get("name") }

// Label is how its owner calls the repository, in a message: repository "app".
func (r Repository) Label() string {
	if name, ok := r.Name().Text(); ok && r.Key == "" {
		return fmt.Sprintf("repository %q", name)
	}
	return "repository " + r.Address()
}

// ScanOnPush is the setting of the repository's own, "false" by default:
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository
func (r Repository) ScanOnPush() *eval.Value {
	return r.Get("image_scanning_configuration").First().Get("scan_on_push").Default("false")
}

// ScannedByRegistry tells whether the module has the registry scan the repository whatever the repository says, or may do
// so: a scanning rule whose filter matches or is not known, or Inspector for ECR.
func (r Repository) ScannedByRegistry(m *terraform.Module) bool {
	for _, c := range m.Resources("aws_ecr_registry_scanning_configuration") {
		if c.Get("scan_type").Is("ENHANCED") || scans(c, r) {
			return true
		}
	}
	for _, e := range m.Resources("aws_inspector2_enabler") {
		types := e.Get("resource_types")
		if types.Open() || slices.ContainsFunc(types.Items(), func(t *eval.Value) bool { return t.Unknown() || t.Is("ECR") }) {
			return true
		}
	}
	return false
}

// scans tells whether a rule of a registry's scanning configuration scans the repository without being asked, or may do so.
func scans(configuration *terraform.Resource, r Repository) bool {
	rules := configuration.Get("rule")
	if rules.Open() {
		return true
	}
	for _, rule := range rules.Items() {
		if rule.Get("scan_frequency").Is("MANUAL") {
			continue
		}
		for _, filter := range rule.Get("repository_filter").Items() {
			if MayMatch(filter.Get("filter"), r.Name()) {
				return true
			}
		}
	}
	return false
}

// MayMatch tells whether a repository filter of type WILDCARD may take in a name: a filter with * has to match the whole
// name, one without matches every name that contains it. What is not known may match:
// https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html
func MayMatch(filter, name *eval.Value) bool {
	pattern, known := filter.Text()
	if !known {
		return true
	}
	full, known := name.Text()
	if !known {
		return pattern == "*" || len(name.Pieces()) == 0 || strings.HasPrefix(pattern, "*") ||
			mayBeginWith(name.Prefix(), pattern)
	}
	if !strings.Contains(pattern, "*") {
		return strings.Contains(full, pattern)
	}
	return wildcard.Match(pattern, full)
}

// mayBeginWith tells whether a name of which only the prefix is known may match the pattern.
func mayBeginWith(prefix, pattern string) bool {
	literal, _, starred := strings.Cut(pattern, "*")
	if !starred {
		return true // it may contain the pattern
	}
	return strings.HasPrefix(prefix, literal) || strings.HasPrefix(literal, prefix)
}

// HasLifecyclePolicy tells whether a lifecycle policy of the module is for the repository, or may be: one that refers to
// it, names it, or whose repository is not known at all; or whether the repository is handed to a module, which may make one.
func (r Repository) HasLifecyclePolicy(m *terraform.Module) bool {
	for _, p := range m.Resources("aws_ecr_lifecycle_policy") {
		if refersTo(p.Get("repository"), r) {
			return true
		}
	}
	return slices.ContainsFunc(m.UsesOf(r.Address()), func(u terraform.Use) bool {
		return u.Kind == "module" || u.Kind == "resource" && u.Type == "aws_ecr_lifecycle_policy"
	})
}

// refersTo tells whether an argument that names a repository names this one, or may.
func refersTo(name *eval.Value, r Repository) bool {
	for _, ref := range name.Refs() {
		if ref.Address == r.Address() {
			return true
		}
	}
	a, aok := name.Text()
	b, bok := r.Name().Text()
	if aok && bok {
		return a == b
	}
	// Not known: it may be this one, unless it comes from another repository of the module.
	return !slices.ContainsFunc(name.Refs(), func(ref eval.Ref) bool {
		return strings.HasPrefix(ref.Address, RepositoryType+".")
	})
}
