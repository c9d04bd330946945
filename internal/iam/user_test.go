package iam

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUserPolicies: which policies users have for themselves, and what they are called.
func TestUserPolicies(t *testing.T) {
	const (
		declared = `
			variable "x" {}
			resource "aws_iam_user" "ann" { name = "ann" }
			resource "aws_iam_user" "bob" { name = var.x }
			resource "aws_iam_policy" "use" {
				name   = "use"
				policy = jsonencode({ Statement = [{ Effect = "Allow" }, { Effect = "Deny" }] })
			}
			resource "aws_iam_policy" "deny" { policy = jsonencode({ Statement = { Effect = "Deny" } }) }
			resource "aws_iam_policy" "perhaps" { policy = jsonencode({ Statement = concat([{ Effect = "Deny" }], var.x) }) }
			`
		read = `"arn:aws:iam::aws:policy/ReadOnlyAccess"`
	)
	for _, test := range []struct {
		typ, arguments string // with a semicolon between two
		want           []string
	}{
		{"aws_iam_user_policy", `user = "ann"; name = "use"; policy = var.x`, []string{`aws_iam_user.ann: inline policy "use"`}},
		{"aws_iam_user_policy", `user = aws_iam_user.ann.id; policy = var.x`, []string{`aws_iam_user.ann: inline policy aws_iam_user_policy.r`}},
		{"aws_iam_user_policy", `user = null; policy = var.x`, nil},
		{"aws_iam_user_policy", `user = "ann"; policy = aws_iam_policy.deny.policy`, nil},
		{"aws_iam_user_policy", `user = "ann"; policy = jsonencode({ Statement = [] })`, []string{`aws_iam_user.ann: inline policy aws_iam_user_policy.r`}},
		{"aws_iam_user_policy_attachment", `user = aws_iam_user.ann.name; policy_arn = ` + read, []string{`aws_iam_user.ann: policy "ReadOnlyAccess"`}},
		{"aws_iam_user_policy_attachment", `user = aws_iam_user.bob.name; policy_arn = aws_iam_policy.use.arn`, []string{`aws_iam_user.bob: policy "use"`}},
		{"aws_iam_user_policy_attachment", `user = var.x; policy_arn = var.x`, []string{`user var.x: policy var.x`}},
		{"aws_iam_user_policy_attachment", `user = "ann"; policy_arn = aws_iam_policy.perhaps.arn`, []string{`aws_iam_user.ann: policy aws_iam_policy.perhaps`}},
		{"aws_iam_user_policy_attachment", `user = "ann"; policy_arn = aws_iam_policy.deny.arn`, nil},
		{"aws_iam_user_policy_attachment", `user = "ann"; policy_arn = "arn:aws:iam::aws:policy/AWSDenyAll"`, nil},
		{"aws_iam_user_policy_attachment", `user = "ann"; policy_arn = null`, nil},
		{"aws_iam_policy_attachment", `users = ["ann", aws_iam_user.bob.name]; policy_arn = ` + read, []string{`aws_iam_user.ann: policy "ReadOnlyAccess"`, `aws_iam_user.bob: policy "ReadOnlyAccess"`}},
		{"aws_iam_policy_attachment", `users = concat(var.x, ["ann"]); policy_arn = ` + read, []string{`aws_iam_user.ann: policy "ReadOnlyAccess"`}},
		{"aws_iam_policy_attachment", `users = var.x ? [aws_iam_user.bob.name] : []; policy_arn = ` + read, []string{`aws_iam_user.bob: policy "ReadOnlyAccess"`}},
		{"aws_iam_policy_attachment", `users = var.x; policy_arn = ` + read, nil},
		{"aws_iam_policy_attachment", `users = []; roles = ["ann"]; policy_arn = ` + read, nil},
		{"aws_iam_policy_attachment", `roles = ["ann"]; policy_arn = ` + read, nil},
		{"aws_iam_user_policy_attachments_exclusive", `user_name = "ann"; policy_arns = [` + read + `, ` + read + `, var.x]`, []string{`aws_iam_user.ann: policy "ReadOnlyAccess"`, `aws_iam_user.ann: policy var.x`}},
		{"aws_iam_user_policy_attachments_exclusive", `user_name = "ann"; policy_arns = var.x`, nil},
		{"aws_iam_user_policies_exclusive", `user_name = "ann"; policy_names = ["x"]`, nil},
		{"aws_iam_group_policy_attachment", `group = "ann"; policy_arn = ` + read, nil},
	} {
		var got []string
		for _, p := range NewView(module(t, declared+"resource \""+test.typ+"\" \"r\" {\n"+strings.ReplaceAll(test.arguments, "; ", "\n")+"\n}\n")).UserPolicies() {
			got = append(got, p.Identity.Name+": "+p.Label())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.typ, test.arguments, diff)
		}
	}
}
