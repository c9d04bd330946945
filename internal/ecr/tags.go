package ecr

import (
	"fmt"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

const creationTemplate = "aws_ecr_repository_creation_template"

// TaggedTypes are the resources that say whether tags can be moved.
var TaggedTypes = []string{RepositoryType, creationTemplate}

// Tags is what says whether the tags of one or many repositories can be moved: a repository, or a template for those that ECR
// creates itself. Public repositories have no such setting.
type Tags struct{ *terraform.Resource }

// Tagged are all of a module.
func Tagged(m *terraform.Module) []Tags {
	var out []Tags
	for _, r := range m.Resources(TaggedTypes...) {
		out = append(out, Tags{r})
	}
	return out
}

// Label is how its owner calls it, in a message.
func (t Tags) Label() string {
	if t.Type == creationTemplate {
		if prefix, ok := t.Get("prefix").Text(); ok {
			return fmt.Sprintf("repositories made by the creation template for %q", prefix)
		}
		return "repositories made by " + t.Address()
	}
	return Repository(t).Label()
}

// Mutability is MUTABLE, which is the default, IMMUTABLE, or one of them with exclusions.
func (t Tags) Mutability() *eval.Value { return t.Get("image_tag_mutability").Default("MUTABLE") }

// MutableByDefault tells whether nobody has said anything of the tags.
func (t Tags) MutableByDefault() bool { return t.Get("image_tag_mutability").Absent() }

// ExclusionOfEverything is an exclusion filter that takes in every tag, or every tag that begins with v, as versions do, with
// what to say of the tags; nil where there is none.
func (t Tags) ExclusionOfEverything() (filter *eval.Value, which string) {
	for _, f := range t.Get("image_tag_mutability_exclusion_filter").Items() {
		filter := f.Get("filter")
		s, ok := filter.Text()
		switch {
		case ok && s != "" && strings.Trim(s, "*") == "":
			return filter, ""
		case ok && s == "v*":
			return filter, " that begins with v"
		}
	}
	return nil, ""
}

// IsPullThroughCache tells whether a pull-through cache of the module fills the repository, or may.
func (t Tags) IsPullThroughCache(m *terraform.Module) bool {
	name := t.Get("name")
	if t.Type == creationTemplate {
		name = t.Get("prefix")
	}
	for _, c := range m.Resources("aws_ecr_pull_through_cache_rule") {
		prefix, ok := c.Get("ecr_repository_prefix").Text()
		if full, known := name.Text(); !ok || !known || full == prefix || strings.HasPrefix(full, prefix+"/") {
			return true
		}
	}
	return false
}
