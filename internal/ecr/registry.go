package ecr

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

const (
	registryPolicy = "aws_ecr_registry_policy"
	accountSetting = "aws_ecr_account_setting"
)

// RegistryPolicyTypes are the resources that decide who may do what with a registry.
var RegistryPolicyTypes = []string{registryPolicy, accountSetting}

// OpenRegistries are the statements that let strangers into a registry.
func OpenRegistries(m *terraform.Module) []OpenPolicy {
	var out []OpenPolicy
	for _, r := range m.Resources(registryPolicy) {
		out = append(out, mattering(private, true, iam.NewDocument(m, r.Address(), r.Get("policy")).Open())...)
	}
	return out
}

// scopeV1 are the actions for which a registry's policy is evaluated with the scope V1; with V2, the default of registries
// today, it is evaluated for all: https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html
var scopeV1 = []string{"ecr:BatchImportUpstreamImage", "ecr:CreateRepository", "ecr:ReplicateImage"}

// IgnoredDeny is a statement of a registry's policy that denies what the registry's policy isn't evaluated for.
type IgnoredDeny struct {
	iam.Statement
	// Scope is the setting that limits the evaluation.
	Scope *eval.Value
	// Action is one of the actions that are not denied in fact.
	Action string
}

// IgnoredDenies are statements that deny something in vain, because the module sets the scope V1: one for each setting.
func IgnoredDenies(m *terraform.Module) []IgnoredDeny {
	var out []IgnoredDeny
	for _, setting := range m.Resources(accountSetting) {
		if !setting.Get("name").Is("REGISTRY_POLICY_SCOPE") || !setting.Get("value").Is("V1") {
			continue
		}
		for _, r := range m.Resources(registryPolicy) {
			if !sameRegistry(setting, r) {
				continue
			}
			if deny, ok := ignored(iam.NewDocument(m, r.Address(), r.Get("policy"))); ok {
				deny.Scope = setting.Get("value")
				out = append(out, deny)
				break
			}
		}
	}
	return out
}

// ignored is the first statement of a policy that denies what the scope V1 leaves out.
func ignored(policy iam.Document) (IgnoredDeny, bool) {
	for _, s := range policy.Statements() {
		if !s.Denies() {
			continue
		}
		for a := range actions.Match(private + ":*") {
			if name := a.String(); s.Covers(name) && !slices.Contains(scopeV1, name) {
				return IgnoredDeny{Statement: s, Action: name}, true
			}
		}
	}
	return IgnoredDeny{}, false
}

// sameRegistry tells whether two resources are certainly about the same registry: there is one in each region of an account.
func sameRegistry(a, b *terraform.Resource) bool {
	x, y := a.Get("region"), b.Get("region")
	if a.Block.Provider() != b.Block.Provider() {
		return false
	}
	if x.Absent() && y.Absent() {
		return true
	}
	s, ok := x.Text()
	return ok && y.Is(s)
}
