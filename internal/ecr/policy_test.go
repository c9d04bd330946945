package ecr_test

import (
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// module is a module with what the tables refer to.
func module(t *testing.T, src string) *terraform.Module {
	t.Helper()
	m, err := fixture.Module(src + `
variable "x" {}
data "aws_caller_identity" "me" {}
resource "aws_iam_role" "ci" {}
resource "aws_organizations_account" "dev" {}
`)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// repository is a module with the policy of a repository.
func repository(t *testing.T, statements string) *terraform.Module {
	t.Helper()
	return module(t, `resource "aws_ecr_repository_policy" "x" {
  policy = jsonencode({ Statement = [`+statements+`] })
}`)
}

// What lets others manage a repository, and what doesn't.
func TestBroadGrants(t *testing.T) {
	const everything = "delete images, delete the repository, change its policy, change which images expire, make its tags mutable and switch off its scans"
	for actions, want := range map[string]string{
		// Wildcards that take in more than pulling and pushing.
		`Action = "*"`:                                    everything,
		`Action = "*:*"`:                                  everything,
		`Action = "ecr:*"`:                                everything,
		`Action = "ECR:*"`:                                everything,
		`Action = ["ecr:BatchGetImage", "ecr:*"]`:         everything,
		`Action = "ecr:Put*"`:                             "change which images expire, make its tags mutable and switch off its scans",
		`Action = "ecr:PutImage*"`:                        "make its tags mutable and switch off its scans",
		`Action = "ecr:Batch*"`:                           "delete images",
		`Action = "ecr:*Image"`:                           "delete images",
		`Action = "ecr:Delete*"`:                          "delete the repository, change its policy and change which images expire",
		`Action = "ecr:*Repository"`:                      "delete the repository",
		`Action = "ecr:*Policy"`:                          "change its policy and change which images expire",
		`Action = "ecr:Set*"`:                             "change its policy",
		`NotAction = "ecr:BatchGetImage"`:                 everything,
		`NotAction = "ecr:Delete*"`:                       "delete images, change its policy, change which images expire, make its tags mutable and switch off its scans",
		`NotAction = ["ecr:*Policy", "ecr:*DeleteImage"]`: "delete the repository, make its tags mutable and switch off its scans",

		// Listed one by one.
		`Action = "ecr:DeleteRepository"`:              "delete the repository",
		`Action = "ecr:deleterepository"`:              "delete the repository",
		`Action = "ecr:SetRepositoryPolicy"`:           "change its policy",
		`Action = "ecr:DeleteRepositoryPolicy"`:        "change its policy",
		`Action = "ecr:PutLifecyclePolicy"`:            "change which images expire",
		`Action = "ecr:DeleteLifecyclePolicy"`:         "change which images expire",
		`Action = "ecr:PutImageTagMutability"`:         "make its tags mutable",
		`Action = "ecr:PutImageScanningConfiguration"`: "switch off its scans",
		`Action = [var.x, "ecr:SetRepositoryPolicy"]`:  "change its policy",

		// Pulling, pushing and reading, also by wildcards; deleting images where somebody has listed it; tags and scans.
		`Action = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]`:                                "",
		`Action = ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:BatchDeleteImage"]`: "",
		`Action = ["ecr:Get*", "ecr:Describe*", "ecr:List*", "ecr:BatchGet*", "ecr:BatchCheck*"]`:                                        "",
		`Action = ["ecr:*LayerUpload", "ecr:*Layer*"]`:                                                                                   "",
		`Action = ["ecr:StartImageScan", "ecr:TagResource", "ecr:Untag*"]`:                                                               "",
		`Action = "ecr:GetAuthorizationToken"`:                                                                                           "",
		`Action = "ecr-public:*"`:                                                                                                        "",
		`Action = "s3:*"`:                                                                                                                "",
		`Action = "ecr"`:                                                                                                                 "",

		// What is not known.
		`Action = var.x`:                                 "",
		`Action = ["ecr:BatchGetImage", var.x]`:          "",
		`Action = "ecr:${var.x}"`:                        "",
		`Action = var.x ? "ecr:*" : "ecr:BatchGetImage"`: "",
		`NotAction = var.x`:                              "",
		`Effect = "Deny", Action = "ecr:*"`:              "",
		`Effect = var.x, Action = "ecr:*"`:               "",
	} {
		m := repository(t, `merge({ Effect = "Allow", Principal = { AWS = "123456789012" } }, { `+actions+` })`)
		got := ""
		for _, b := range ecr.BroadGrants(m, iam.NewView(m)) {
			got += b.Allows()
		}
		if got != want {
			t.Errorf("%s:\n %q, want\n %q", actions, got, want)
		}
	}
}

// To whom it counts as broad, and when a Deny takes it back.
func TestBroadGrantsTo(t *testing.T) {
	allow := func(principal string) string {
		return `{ Effect = "Allow", Action = "ecr:*", Principal = ` + principal + ` }`
	}
	for statements, want := range map[string]string{
		allow(`{ AWS = "123456789012" }`):                                                                  "account 123456789012",
		allow(`{ AWS = ["123456789012", "arn:aws:iam::210987654321:role/ci"] }`):                           "account 123456789012 and arn:aws:iam::210987654321:role/ci",
		allow(`{ AWS = aws_iam_role.ci.arn }`):                                                             "aws_iam_role.ci.arn",
		allow(`{ AWS = aws_organizations_account.dev.id }`):                                                "account aws_organizations_account.dev.id",
		allow(`{ Service = "codebuild.amazonaws.com" }`):                                                   "service codebuild.amazonaws.com",
		allow(`{ AWS = ["arn:aws:iam::${data.aws_caller_identity.me.account_id}:root", "123456789012"] }`): "account 123456789012",
		allow(`"*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } }`):                      "every account of its organization",
		allow(`"*", Condition = { StringEquals = { "aws:SourceVpce" = "vpce-1" } }`):                       "everyone who meets its conditions",
		allow(`{ AWS = "123456789012" }, Condition = { StringEquals = { "aws:SourceVpce" = "vpce-1" } }`):  "account 123456789012",

		// The own account gains nothing; one that is not known may be the own one.
		allow(`{ AWS = data.aws_caller_identity.me.account_id }`):                        "",
		allow(`{ AWS = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root" }`): "",
		allow(`{ AWS = "arn:aws:iam::${var.x}:root" }`):                                  "",
		allow(`{ AWS = var.x }`):                                                         "",
		// Everyone is told by another rule.
		allow(`"*"`):           "",
		allow(`{ AWS = "*" }`): "",

		// A Deny without conditions takes back what it is about, and one that is not known may.
		allow(`{ AWS = "123456789012" }`) + `, { Effect = "Deny", Action = "ecr:*", Principal = "*" }`:                                                                    "",
		allow(`{ AWS = "123456789012" }`) + `, { Effect = "Deny", Action = var.x, Principal = "*" }`:                                                                      "",
		allow(`{ AWS = "123456789012" }`) + `, { Effect = "Deny", NotAction = ["ecr:BatchGetImage"], Principal = "*" }`:                                                   "",
		allow(`{ AWS = "123456789012" }`) + `, { Effect = var.x, Action = "ecr:*", Principal = "*" }`:                                                                     "",
		allow(`{ AWS = "123456789012" }`) + `, { Effect = "Deny", Action = ["ecr:Delete*", "ecr:SetRepositoryPolicy", "ecr:Put*", "ecr:BatchDelete*"], Principal = "*" }`: "",
		allow(`{ AWS = "123456789012" }`) + `, { Effect = "Deny", Action = "ecr:DeleteRepository", Principal = "*" }`:                                                     "account 123456789012",
		allow(`{ AWS = "123456789012" }`) + `, { Effect = "Deny", Action = "ecr:*", Principal = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }`:        "account 123456789012",
	} {
		m := repository(t, statements)
		var got []string
		for _, b := range ecr.BroadGrants(m, iam.NewView(m)) {
			got = append(got, b.Who())
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s:\n %q, want\n %q", statements, s, want)
		}
	}
}

// Who is certainly of another account, and may push.
func TestForeignPushes(t *testing.T) {
	allow := func(action, principal string) string {
		return `{ Effect = "Allow", Action = ["ecr:BatchGetImage", "` + action + `"], Principal = ` + principal + ` }`
	}
	push := func(principal string) string { return allow("ecr:PutImage", principal) }
	const inOwn = `provider "aws" {
  allowed_account_ids = ["123456789012"]
}
`
	for _, test := range []struct{ before, statements, want string }{
		// Several accounts: one at most is the repository's own.
		{"", push(`{ AWS = ["123456789012", "210987654321"] }`), "accounts 123456789012 and 210987654321, or its own"},
		{"", push(`{ AWS = ["arn:aws:iam::123456789012:role/ci", "arn:aws:iam::210987654321:root"] }`), "accounts 123456789012 and 210987654321, or its own"},
		{"", push(`{ AWS = "123456789012" }`) + "," + push(`{ AWS = "210987654321" }`), "accounts 123456789012 and 210987654321, or its own"},
		{"", push(`"*", Condition = { StringEquals = { "aws:PrincipalAccount" = ["123456789012", "210987654321"] } }`), "accounts 123456789012 and 210987654321, or its own"},
		{"", allow("ecr:putimage", `{ AWS = ["123456789012", "210987654321"] }`), "accounts 123456789012 and 210987654321, or its own"},

		// Accounts that are certainly others.
		{"", push(`{ AWS = aws_organizations_account.dev.id }`), "account aws_organizations_account.dev.id"},
		{"", push(`"*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } }`), "every account of its organization"},
		{inOwn, push(`{ AWS = "arn:aws:iam::210987654321:root" }`), "account 210987654321"},
		{inOwn, push(`{ AWS = ["123456789012", "arn:aws:iam::210987654321:role/ci"] }`), "arn:aws:iam::210987654321:role/ci"},
		{inOwn, push(`{ AWS = "210987654321" }`) + "," + push(`{ AWS = "345678901234" }`), "account 210987654321; account 345678901234"},

		// It may be the own account, or is.
		{"", push(`{ AWS = "123456789012" }`), ""},
		{"", push(`{ AWS = ["123456789012", "arn:aws:iam::123456789012:role/ci"] }`), ""},
		{"", push(`{ AWS = ["123456789012", "arn:aws:iam::${data.aws_caller_identity.me.account_id}:role/ci"] }`), ""},
		{"", push(`{ AWS = ["123456789012", aws_iam_role.ci.arn] }`), ""},
		{"", push(`{ AWS = ["123456789012", "arn:aws:iam::${var.x}:root"] }`), ""},
		{"", push(`{ AWS = var.x ? "123456789012" : "210987654321" }`), ""},
		{"", push(`{ AWS = "123456789012" }`) + "," + allow("ecr:GetDownloadUrlForLayer", `{ AWS = "210987654321" }`), ""},
		{"", `[for s in [` + push(`{ AWS = "123456789012" }`) + `] : s][0], var.x ? ` + push(`{ AWS = "210987654321" }`) + ` : null`, ""},
		{"", push(`{ AWS = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root" }`), ""},
		{"", push(`"*", Condition = { StringEquals = { "aws:SourceVpce" = "vpce-1" } }`), ""},
		{inOwn, push(`{ AWS = "123456789012" }`), ""},

		// Nothing is pushed, or it is told elsewhere.
		{inOwn, allow("ecr:InitiateLayerUpload", `{ AWS = "210987654321" }`), ""},
		{inOwn, push(`{ Service = "codebuild.amazonaws.com" }`), ""},
		{inOwn, allow("ecr:*", `{ AWS = "210987654321" }`), ""},
		{inOwn, push(`"*"`), ""},
		{inOwn, push(`{ AWS = "210987654321" }`) + `, { Effect = "Deny", Action = "ecr:PutImage", Principal = "*" }`, ""},
	} {
		m := module(t, test.before+`resource "aws_ecr_repository_policy" "x" {
  policy = jsonencode({ Statement = [`+test.statements+`] })
}`)
		var got []string
		for _, p := range ecr.ForeignPushes(m, iam.NewView(m)) {
			who := p.Who
			if p.OneMayBeOwn {
				who += ", or its own"
			}
			got = append(got, who)
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s%s:\n %q, want\n %q", test.before, test.statements, s, test.want)
		}
	}
}

// What a registry's policy denies in vain with the scope V1.
func TestIgnoredDenies(t *testing.T) {
	deny := func(action string) string {
		return `{ Effect = "Deny", Principal = "*", Resource = "*", ` + action + ` }`
	}
	for _, test := range []struct{ setting, policy, want string }{
		{`value = "V1"`, deny(`Action = "ecr:DeleteRepository"`), "ecr:DeleteRepository"},
		{`value = "V1"`, deny(`Action = ["ecr:ReplicateImage", "ecr:PutImage"]`), "ecr:PutImage"},
		{`value = "V1"`, deny(`Action = "ecr:*"`), "ecr:BatchCheckLayerAvailability"},
		{`value = "V1"`, deny(`Action = "*"`), "ecr:BatchCheckLayerAvailability"},
		{`value = "V1"`, deny(`NotAction = "ecr:Batch*"`), "ecr:CompleteLayerUpload"},
		{`value = "V1"`, deny(`Action = "ecr:BatchDeleteImage", Condition = var.x`), "ecr:BatchDeleteImage"},

		{`value = "V1"`, deny(`Action = ["ecr:ReplicateImage", "ecr:CreateRepository", "ecr:BatchImportUpstreamImage"]`), ""},
		{`value = "V1"`, deny(`Action = ["ecr:Replicate*", "ecr:BatchImport*"]`), ""},
		{`value = "V1"`, deny(`Action = var.x`), ""},
		{`value = "V1"`, deny(`Action = "s3:*"`), ""},
		{`value = "V1"`, `{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "ecr:*", Resource = "*" }`, ""},
		{`value = "V2"`, deny(`Action = "ecr:*"`), ""},
		{`value = var.x`, deny(`Action = "ecr:*"`), ""},
		{"value = \"V1\"\n  region = \"eu-west-1\"", deny(`Action = "ecr:*"`), ""},
		{"value = \"V1\"\n  provider = aws.hub", deny(`Action = "ecr:*"`), ""},
	} {
		m := module(t, `resource "aws_ecr_account_setting" "x" {
  name = "REGISTRY_POLICY_SCOPE"
  `+test.setting+`
}
resource "aws_ecr_registry_policy" "x" {
  policy = jsonencode({ Statement = [`+test.policy+`] })
}`)
		got := ""
		for _, d := range ecr.IgnoredDenies(m) {
			got += d.Action
		}
		if got != test.want {
			t.Errorf("%s, %s: %q, want %q", test.setting, test.policy, got, test.want)
		}
	}
}
