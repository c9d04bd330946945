package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/wildcard"
)

// Issuer is an OpenID Connect provider whose tokens a role trusts, as far as it is known.
type Issuer struct {
	// URL is its address without https://, with holes; empty where nothing is known of it.
	URL string
	tenancy
	who   string // whoever gets a token, in a message
	where string // where everybody gets one
}

// tenancy is for whom an identity provider makes tokens.
type tenancy uint8

const (
	// ofUnknown: for those whom its owner lets log in; who that is isn't known.
	ofUnknown tenancy = iota
	// ofEveryone: for whoever signs up. The subject tells whose a token is.
	ofEveryone
	// ofCluster: for the pods of a Kubernetes cluster.
	ofCluster
	// ofOrganization: for the builds of one organization, whose name is in the provider's address.
	ofOrganization
	// byAudience: something else than the subject tells whose a token is, such as the audience.
	byAudience
)

// issuers are well-known providers, by the patterns of their addresses. Which ones everybody shares, and what tells whose
// their tokens are, as of November 2026:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
var issuers = []Issuer{
	{"token.actions.githubusercontent.com", ofEveryone, "any repository on GitHub", "GitHub"},
	{"vstoken.actions.githubusercontent.com", ofEveryone, "any repository on GitHub", "GitHub"},
	{"oidc-configuration.audit-log.githubusercontent.com", ofEveryone, "any enterprise on GitHub", "GitHub"},
	{"gitlab.com", ofEveryone, "any project on gitlab.com", "gitlab.com"},
	{"app.terraform.io", ofEveryone, "any organization on HCP Terraform", "HCP Terraform"},
	{"agent.buildkite.com", ofEveryone, "any organization on Buildkite", "Buildkite"},
	{"oidc.codefresh.io", ofEveryone, "any account on Codefresh", "Codefresh"},
	{"scalr.io", ofEveryone, "any account on Scalr", "Scalr"},
	{"studio.datachain.ai/api", ofEveryone, "any team on DataChain Studio", "DataChain Studio"},
	{"tokens.cloud.shisho.dev", ofEveryone, "any organization on Shisho Cloud", "Shisho Cloud"},
	{"proidc.upbound.io", ofEveryone, "any account on Upbound", "Upbound"},

	// https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html
	{"oidc.eks.*", ofCluster, "every pod of the cluster", ""},
	{"oidc-eks.*", ofCluster, "every pod of the cluster", ""},

	// https://docs.github.com/en/actions/reference/security/oidc#customizing-the-issuer-value-for-an-enterprise
	{"token.actions.githubusercontent.com/*", ofOrganization, "any repository of the enterprise", ""},
	{"token.actions.*.ghe.com", ofOrganization, "any repository of the enterprise", ""},
	// https://circleci.com/docs/openid-connect-tokens/
	{"oidc.circleci.com/org/*", ofOrganization, "any project of the organization on CircleCI", ""},
	// https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
	{"api.bitbucket.org/2.0/workspaces/*", ofOrganization, "any repository of the workspace on Bitbucket", ""},

	// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
	{"accounts.google.com", byAudience, "", ""},
	{"graph.facebook.com", byAudience, "", ""},
	{"www.amazon.com", byAudience, "", ""},
	{"cognito-identity*.amazonaws.com*", byAudience, "", ""},
	{"oidc.vercel.com*", byAudience, "", ""},
	{"api.pulumi.com/oidc", byAudience, "", ""},
	{"sandboxes.cloud", byAudience, "", ""},
	{"sts.windows.net/*", byAudience, "", ""}, // the session's name, for Microsoft Sentinel
}

// issuerAt is the provider at an address, which may have holes.
func issuerAt(url string) Issuer {
	url = strings.TrimSuffix(strings.TrimPrefix(url, "https://"), "/")
	if strings.Trim(url, hole) == "" {
		url = ""
	}
	for _, i := range issuers {
		if wildcard.Match(i.URL, strings.ToLower(url)) {
			i.URL = url
			return i
		}
	}
	i := Issuer{URL: url, who: "whoever gets a token of the identity provider"}
	if i.isKnown() {
		i.who = "whoever gets a token of " + url
	}
	return i
}

// isKnown tells whether the address is wholly known.
func (i Issuer) isKnown() bool { return i.URL != "" && !strings.Contains(i.URL, hole) }

// Key is the key of a condition on a claim of the provider's tokens, for a message.
func (i Issuer) Key(claim string) string {
	if i.isKnown() {
		return i.URL + ":" + claim
	}
	return "the provider's :" + claim
}

// Who is whoever gets a token of the provider, for a message.
func (i Issuer) Who() string { return i.who }

// Have is who has a subject that the provider gives to many, for a message.
func (i Issuer) Have() string {
	if i.where != "" {
		return "strangers on " + i.where + " have, too"
	}
	return i.who + " has"
}

// issuer is the provider that a statement trusts: the one that its principal names or, where that is not known, the one whose
// keys its conditions name.
func (v *View) issuer(provider *eval.Value, conditions []Condition) Issuer {
	if i := v.issuerOf(provider); i.tenancy != ofUnknown || i.URL != "" {
		return i
	}
	for _, c := range conditions {
		if c.claim() == "" {
			continue
		}
		if i := v.issuerOf(c.Name); i.tenancy != ofUnknown || i.URL != "" {
			return i
		}
	}
	return issuerAt("")
}

// clusters stands for the provider of a cluster of which no more is known.
const clusters = "oidc.eks." + hole

const openIDProviderType = "aws_iam_openid_connect_provider"

// issuerOf is the provider that a value names: an ARN, an address, or the key of a condition.
func (v *View) issuerOf(value *eval.Value) Issuer {
	url := pattern(value)
	if _, after, ok := strings.Cut(url, ":oidc-provider/"); ok {
		url = after
	} else if i := strings.LastIndex(url, ":"); i > 0 && !strings.HasPrefix(url[i:], "://") {
		url = url[:i]
	}
	if i := issuerAt(url); i.tenancy != ofUnknown {
		return i
	}
	for _, r := range value.AllRefs() {
		_, foreign := r.Home()
		switch block := v.module.Find(r.Address); {
		case r.Type() == "aws_eks_cluster":
			return issuerAt(clusters)
		case r.Type() == openIDProviderType && !foreign && block != nil:
			for _, instance := range block.Instances() {
				for _, argument := range []string{"url", "arn"} {
					if i := v.issuerOf(instance.Get(argument)); i.tenancy != ofUnknown || i.URL != "" {
						return i
					}
				}
			}
		}
	}
	if strings.Contains(url, "/") || strings.Contains(url, ".") {
		return issuerAt(url)
	}
	return issuerAt("")
}

// isSAML tells whether a federated principal certainly is a provider of SAML.
func (t Trusted) isSAML() bool {
	return strings.Contains(pattern(t.Value), ":saml-provider/") ||
		slices.ContainsFunc(t.Value.AllRefs(), func(r eval.Ref) bool { return r.Type() == "aws_iam_saml_provider" })
}

// claim is the claim of an identity provider's token that the condition is about, lower case: sub, aud. It is empty for keys
// of AWS, and "?" where it is not known.
func (c Condition) claim() string {
	key := strings.ToLower(c.Name.Suffix())
	if c.Key != "" {
		for _, prefix := range []string{"aws:", "sts:", "iam:", "saml:"} {
			if strings.HasPrefix(key, prefix) {
				return ""
			}
		}
	}
	if i := strings.LastIndex(key, ":"); i >= 0 {
		return key[i+1:]
	}
	return "?"
}
