package iam

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

const (
	callerIdentity = "aws_caller_identity"       // a data source: the account that Terraform works in
	memberAccount  = "aws_organizations_account" // an account that Terraform makes
)

// Owner is the account that a resource is in, as far as the module says which.
type Owner struct {
	module   *terraform.Module
	provider string
	// accounts are all that it may be, where the provider's configuration says so.
	accounts []string
	// forbidden are accounts that it certainly isn't.
	forbidden []string
}

// OwnerOf is the account of a resource. What its provider's configuration says of it counts: the accounts that are allowed or
// forbidden, and the account of the role that is assumed.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference
func OwnerOf(m *terraform.Module, r *terraform.Resource) Owner {
	o := Owner{module: m, provider: r.Block.Provider()}
	configuration := m.Provider(o.provider)
	if configuration == nil {
		return o
	}
	for _, v := range configuration.Get("forbidden_account_ids").CertainItems() {
		if s, ok := v.Text(); ok {
			o.forbidden = append(o.forbidden, s)
		}
	}
	allowed := configuration.Get("allowed_account_ids")
	if ids := knownTexts(allowed); !allowed.Open() && len(ids) > 0 && len(ids) == len(allowed.Items()) {
		o.accounts = ids
	}
	// Of several roles each is assumed with the one before.
	if roles := configuration.Get("assume_role"); !roles.Open() {
		if items := roles.Items(); len(items) > 0 && !items[len(items)-1].Maybe() {
			if role := parseGrantee(items[len(items)-1].Get("role_arn")); role.Account != "" {
				o.accounts = []string{role.Account}
			}
		}
	}
	return o
}

// Whose is whether somebody is of the same account as a resource.
type Whose uint8

const (
	// UnknownWhose: it can't be known.
	UnknownWhose Whose = iota
	// Own: of the same account.
	Own
	// Foreign: of another account.
	Foreign
)

// Whose tells whether a grantee is of the owner's account. An account that is written as a number may be any, unless the
// provider's configuration says something of it. What comes from data.aws_caller_identity, or from a role of this
// configuration, is taken for the own account: with several providers it may be of another one, but that is not certain.
func (o Owner) Whose(g Grantee) Whose {
	switch {
	case g.Kind == GranteeOrganization:
		return Foreign // it has more accounts than one, or nobody would write so
	case g.Account != "" && slices.Contains(o.forbidden, g.Account):
		return Foreign
	case g.Account != "" && len(o.accounts) > 0:
		if !slices.Contains(o.accounts, g.Account) {
			return Foreign
		}
		if len(o.accounts) == 1 {
			return Own
		}
	case g.Account == "" && g.number != nil:
		return o.whoseNumber(g.number)
	}
	return UnknownWhose
}

func (o Owner) whoseNumber(v *eval.Value) Whose {
	for _, r := range v.Refs() {
		switch r.Type() {
		case callerIdentity, "aws_iam_role", "aws_iam_user":
			return Own
		case memberAccount:
			// Nobody can make the account that they work in.
			if b := o.find(r); b != nil && b.Provider() == o.provider {
				return Foreign
			}
		}
	}
	return UnknownWhose
}

// find is a resource of the owner's own module.
func (o Owner) find(r eval.Ref) *terraform.Block {
	address, foreign := r.Home()
	if o.module == nil || foreign {
		return nil
	}
	return o.module.Find(address)
}
