package iam

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What statements certainly grant a role without a limit to resources: "yes", "limited" by the caller, the place or the time, or
// nothing.
func TestGrant(t *testing.T) {
	const run, pass = "ecs:RunTask", "iam:PassRole"
	for _, test := range []struct {
		statements string // in the language of Terraform
		action     string
		want       string
	}{
		// Actions.
		{`{ Effect = "Allow", Action = "ecs:RunTask", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = ["s3:GetObject", "ecs:RunTask"], Resource = "*" }`, run, "yes"},
		{`{ effect = "Allow", action = "ECS:runtask", resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:Run*", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "e?s:R*Task", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "*:RunTask", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "*", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "*:*", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = [var.x, "ecs:RunTask"], Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:RunTasks", Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:Run?", Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "RunTask", Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecr:*", Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = var.x, Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:${var.x}", Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = var.x ? ["ecs:RunTask"] : [], Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = [], Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = null, Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", NotAction = "s3:*", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", NotAction = ["ecs:*", "s3:*"], Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", NotAction = ["ecs:Run*"], Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", NotAction = var.x, Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", NotAction = ["s3:*", var.x], Resource = "*" }`, run, ""},
		{`{ Effect = var.x, Action = "ecs:RunTask", Resource = "*" }`, run, ""},
		{`{ Action = "ecs:RunTask", Resource = "*" }`, run, ""},

		// Resources.
		{`{ Effect = "Allow", Action = "ecs:*", Resource = ["arn:aws:s3:::b", "*"] }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = ["${var.x}", "*"] }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:${var.x}:ecs:*:${var.x}:*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:eu-west-1:123456789012:*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:task-definition/*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:task-definition/*:*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:cluster/*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:task-definition/web:*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:task-definition/web-*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:s3:::*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = var.x }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "${var.x}*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = aws_s3_bucket.b.arn }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", NotResource = "arn:aws:ecs:*:*:task-definition/web" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", NotResource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", NotResource = var.x }`, run, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::123456789012:role/*" }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role/*" }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:*" }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam:::role/*" }`, pass, ""}, // no such ARN
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role/ecs/*" }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role/${var.x}" }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:user/*" }`, pass, ""},
		{`{ Effect = "Allow", Action = "ssm:StartSession", Resource = "arn:aws:ec2:*:*:instance/*" }`, "ssm:StartSession", "yes"},
		{`{ Effect = "Allow", Action = "ssm:SendCommand", Resource = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/AWS-Run*"] }`, "ssm:SendCommand", "yes"},
		{`{ Effect = "Allow", Action = "ssm:SendCommand", Resource = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/restart"] }`, "ssm:SendCommand", ""},
		{`{ Effect = "Allow", Action = "ssm:SendCommand", Resource = "arn:aws:ec2:*:*:instance/*" }`, "ssm:SendCommand", ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role*" }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*" }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", NotResource = "arn:aws:iam::*:role/admin" }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", NotResource = "arn:aws:iam::*:role/*" }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", NotResource = ["arn:aws:s3:::*", "arn:aws:iam::*:*"] }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:*", Resource = "arn:aws:iam::*:user/*" }`, "iam:AddUserToGroup", ""}, // it is about the group
		{`{ Effect = "Allow", Action = "iam:*", Resource = "arn:aws:iam::*:group/*" }`, "iam:AddUserToGroup", "yes"},

		// On itself.
		{`{ Effect = "Allow", Action = "iam:PutRolePolicy", Resource = "arn:aws:iam::123456789012:role/r" }`, "iam:PutRolePolicy", ""},
		{`{ Effect = "Allow", Action = "iam:DeleteRolePolicy", Resource = "*" }`, "iam:DeleteRolePolicy", "yes"},

		// Conditions.
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = {} }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "true" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { StringNotEquals = { "aws:ResourceTag/env" = "prod" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { StringLike = { "ecs:cluster" = "*" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } } }`, run, "limited"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }`, run, "limited"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { ArnEquals = { "ecs:cluster" = aws_s3_bucket.b.arn } } }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/env" = var.x } } }`, run, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*", Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*", Condition = { StringEqualsIfExists = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } }`, pass, ""}, // it always exists
		{`{ Effect = "Allow", Action = "iam:AttachRolePolicy", Resource = "*", Condition = { ArnLikeIfExists = { "iam:PolicyARN" = "arn:aws:iam::*:policy/app-*" } } }`, "iam:AttachRolePolicy", ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { StringEqualsIfExists = { "aws:ResourceTag/team" = "a" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = ["iam:PassRole", "ecs:*"], Resource = "*", Condition = { StringEqualsIfExists = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = var.x }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = merge({}, var.x) }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } } }, { Effect = "Allow", Action = "ecs:RunTask", Resource = "*" }`, run, "yes"},

		// Denials.
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "ecs:RunTask", Resource = "*" }`, run, ""},
		{`{ Effect = "Deny", Action = "ecs:R*", Resource = "*" }, { Effect = "Allow", Action = "ecs:*", Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "*", Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", NotAction = ["s3:*", "logs:*"], Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:*" }, { Effect = "Deny", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:*" }, { Effect = "Deny", Action = "ecs:*", Resource = "*" }`, run, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", NotResource = "arn:aws:iam::*:role/ecs/*" }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", Resource = "*", Condition = { StringNotEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", Resource = "*", Condition = { StringNotLikeIfExists = { "iam:PassedToService" = ["ecs*"] } } }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role/*" }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:*" }, { Effect = "Deny", Action = "iam:*", Resource = "arn:aws:iam::*:role/*" }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role/*" }, { Effect = "Deny", Action = "iam:*", Resource = "arn:aws:iam::123456789012:role/*" }`, pass, ""},
		{`{ Effect = "Allow", Action = "iam:AttachRolePolicy", Resource = "*" }, { Effect = "Deny", Action = "iam:AttachRolePolicy", Resource = "*", Condition = { ArnNotLike = { "iam:PolicyARN" = "arn:aws:iam::*:policy/app-*" } } }`, "iam:AttachRolePolicy", ""},
		{`{ Effect = "Allow", Action = "iam:PutRolePolicy", Resource = "*" }, { Effect = "Deny", Action = "iam:*", Resource = "*", Condition = { Null = { "iam:PermissionsBoundary" = "true" } } }`, "iam:PutRolePolicy", ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "ecs:*", Resource = "*", Condition = { StringNotEquals = { "aws:ResourceTag/team" = "a" } } }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "ecs:RunTask", Resource = "*", Condition = { ArnNotEquals = { "ecs:cluster" = aws_s3_bucket.b.arn } } }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:eu-west-1:*:*" }, { Effect = "Deny", Action = "ecs:*", Resource = "arn:aws:ecs:eu-*:*:*" }`, run, ""},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "ecs:*", NotResource = "arn:aws:ecs:*:*:task-definition/web:*" }`, run, ""},
		// What denies a part leaves the rest.
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", Resource = "*", Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } } }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", Resource = "*", Condition = { StringNotEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" }, Bool = { "aws:MultiFactorAuthPresent" = "false" } } }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:AttachRolePolicy", Resource = "*" }, { Effect = "Deny", Action = "iam:AttachRolePolicy", Resource = "*", Condition = { ArnEquals = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/AdministratorAccess" } } }`, "iam:AttachRolePolicy", "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "*", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/protected" = "true" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "*", Resource = "*", Condition = { StringNotEquals = { "aws:PrincipalTag/team" = "a" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", NotResource = "arn:aws:iam::*:role/*" }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role/admin" }`, pass, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "ecs:*", Resource = "arn:aws:ecs:eu-west-1:*:*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:us-east-1:*:*" }, { Effect = "Deny", Action = "ecs:*", Resource = "arn:aws:ecs:eu-west-1:*:*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "ecs:DeleteCluster", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", NotAction = "ecs:*", Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "ecs:RunTask", Resource = "arn:aws:ecs:*:*:task-definition/admin:*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "*", Resource = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "*", Resource = "*", Condition = { StringNotEquals = { "aws:RequestedRegion" = "eu-west-1" } } }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = var.x, Resource = "*" }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = "Deny", Action = "ecs:*", Resource = var.x }`, run, "yes"},
		{`{ Effect = "Allow", Action = "ecs:*", Resource = "*" }, { Effect = var.x, Action = "ecs:*", Resource = "*" }`, run, "yes"},
	} {
		got := ""
		if g, ok := NewView(module(t, roleWith(test.statements))).Identities()[0].Grant(test.action); ok {
			got = "yes"
			if g.Limited {
				got = "limited"
			}
		}
		if got != test.want {
			t.Errorf("%s of\n\t%s\nis granted: %q, want %q", test.action, test.statements, got, test.want)
		}
	}
}

// What a permissions boundary leaves of "ecs:*" on everything.
func TestBoundary(t *testing.T) {
	own := `resource "aws_iam_policy" "b" { policy = jsonencode({ Statement = [%] }) }`
	for boundary, want := range map[string]bool{
		``:                            true,
		`permissions_boundary = null`: true,
		`permissions_boundary = ""`:   true,
		`permissions_boundary = "arn:aws:iam::aws:policy/AdministratorAccess"`:                                                                                        true,
		`permissions_boundary = "arn:aws:iam::aws:policy/PowerUserAccess"`:                                                                                            true,
		`permissions_boundary = "arn:aws:iam::aws:policy/AmazonS3FullAccess"`:                                                                                         false,
		`permissions_boundary = "arn:aws:iam::aws:policy/NobodyKnowsThisOne"`:                                                                                         false,
		`permissions_boundary = "arn:aws:iam::123456789012:policy/boundary"`:                                                                                          false,
		`permissions_boundary = var.x`:                                                                                                                                false,
		`permissions_boundary = aws_iam_policy.b.arn|{ Effect = "Allow", Action = "*", Resource = "*" }`:                                                              true,
		`permissions_boundary = aws_iam_policy.b.arn|{ Effect = "Allow", Action = ["s3:*", "ecs:Run*"], Resource = "*" }`:                                             true,
		`permissions_boundary = aws_iam_policy.b.arn|{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }`:                                                       true,
		`permissions_boundary = aws_iam_policy.b.arn|{ Effect = "Allow", Action = "s3:*", Resource = "*" }`:                                                           false,
		`permissions_boundary = aws_iam_policy.b.arn|{ Effect = "Allow", Action = "ecs:*", Resource = "arn:aws:ecs:*:*:task-definition/web:*" }`:                      false,
		`permissions_boundary = aws_iam_policy.b.arn|{ Effect = "Allow", Action = "ecs:*", Resource = "*", Condition = var.x }`:                                       false,
		`permissions_boundary = aws_iam_policy.b.arn|{ Effect = "Allow", Action = "*", Resource = "*" }, { Effect = "Deny", Action = "ecs:RunTask", Resource = "*" }`: false,
		`permissions_boundary = aws_iam_policy.b.arn|var.x`:                                                                                                           false,
	} {
		argument, statements, _ := strings.Cut(boundary, "|")
		src := strings.Replace(roleWith(allow(`"ecs:*"`, onAll)), `name = "r"`, `name = "r"`+"\n"+argument, 1) + strings.Replace(own, "%", statements, 1)
		if _, got := NewView(module(t, src)).Identities()[0].Grant("ecs:RunTask"); got != want {
			t.Errorf("%s: granted: %t, want %t", boundary, got, want)
		}
	}
}

// Which policies identities have, in all forms in which they get them.
func TestIdentities(t *testing.T) {
	policy := func(name, rest string) string {
		return "resource \"aws_iam_policy\" \"" + name + "\" {\n" + rest + "\nname = \"" + name + "\"\npolicy = jsonencode({ Statement = { Sid = \"" + name + "\", Effect = \"Allow\" } })\n}\n"
	}
	inline := func(typ, name, rest string) string {
		return "resource \"" + typ + "\" \"" + name + "\" {\n" + rest + "\npolicy = jsonencode({ Statement = { Sid = \"" + name + "\", Effect = \"Allow\" } })\n}\n"
	}
	resource := func(typ, rest string) string { return "resource \"" + typ + "\" \"x\" {\n" + rest + "\n}\n" }
	const role, user, group = "resource \"aws_iam_role\" \"r\" {\nname = \"role\"\n}\n", "resource \"aws_iam_user\" \"u\" {\nname = \"user\"\n}\n", "resource \"aws_iam_group\" \"g\" {\nname = \"group\"\n}\n"
	const set = "resource \"aws_ssoadmin_permission_set\" \"s\" {}\n"
	for name, test := range map[string]struct {
		src  string
		want []string // identity: sids
	}{
		"inline by name":          {role + inline("aws_iam_role_policy", "a", "role = aws_iam_role.r.name"), []string{"aws_iam_role.r: a"}},
		"inline by id":            {role + inline("aws_iam_role_policy", "a", "role = aws_iam_role.r.id"), []string{"aws_iam_role.r: a"}},
		"inline by literal":       {role + inline("aws_iam_role_policy", "a", `role = "role"`), []string{"aws_iam_role.r: a"}},
		"inline block":            {inline("aws_iam_role", "a", "inline_policy {\npolicy = jsonencode({ Statement = { Sid = \"b\", Effect = \"Allow\" } })\n}"), []string{"aws_iam_role.a: b"}},
		"user":                    {user + inline("aws_iam_user_policy", "a", "user = aws_iam_user.u.name"), []string{"aws_iam_user.u: a"}},
		"group":                   {group + inline("aws_iam_group_policy", "a", "group = aws_iam_group.g.name"), []string{"aws_iam_group.g: a"}},
		"permission set":          {set + strings.Replace(inline("aws_ssoadmin_permission_set_inline_policy", "a", "permission_set_arn = aws_ssoadmin_permission_set.s.arn"), "\npolicy", "\ninline_policy", 1), []string{"aws_ssoadmin_permission_set.s: a"}},
		"attached":                {role + policy("a", "") + resource("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\npolicy_arn = aws_iam_policy.a.arn"), []string{"aws_iam_role.r: a"}},
		"attached in the role":    {policy("a", "") + "resource \"aws_iam_role\" \"r\" {\nmanaged_policy_arns = [aws_iam_policy.a.arn]\n}\n", []string{"aws_iam_role.r: a"}},
		"attached exclusively":    {role + policy("a", "") + resource("aws_iam_role_policy_attachments_exclusive", "role_name = aws_iam_role.r.name\npolicy_arns = [aws_iam_policy.a.arn]"), []string{"aws_iam_role.r: a"}},
		"attached to a user":      {user + policy("a", "") + resource("aws_iam_user_policy_attachment", "user = aws_iam_user.u.name\npolicy_arn = aws_iam_policy.a.arn"), []string{"aws_iam_user.u: a"}},
		"attached to a group":     {group + policy("a", "") + resource("aws_iam_group_policy_attachment", "group = aws_iam_group.g.name\npolicy_arn = aws_iam_policy.a.arn"), []string{"aws_iam_group.g: a"}},
		"attached to all":         {role + user + group + policy("a", "") + resource("aws_iam_policy_attachment", "roles = [aws_iam_role.r.name]\nusers = [aws_iam_user.u.name]\ngroups = [\"group\"]\npolicy_arn = aws_iam_policy.a.arn"), []string{"aws_iam_role.r: a", "aws_iam_user.u: a", "aws_iam_group.g: a"}},
		"attached to a set":       {set + policy("a", "") + resource("aws_ssoadmin_customer_managed_policy_attachment", "permission_set_arn = aws_ssoadmin_permission_set.s.arn\ncustomer_managed_policy_reference {\nname = aws_iam_policy.a.name\n}"), []string{"aws_ssoadmin_permission_set.s: a"}},
		"through a local":         {role + policy("a", "") + "locals {\na = aws_iam_policy.a.arn\n}\n" + resource("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\npolicy_arn = local.a"), []string{"aws_iam_role.r: a"}},
		"for each policy":         {role + policy("a", "") + policy("b", "") + resource("aws_iam_role_policy_attachment", "for_each = { a = aws_iam_policy.a.arn, b = aws_iam_policy.b.arn }\nrole = aws_iam_role.r.name\npolicy_arn = each.value"), []string{"aws_iam_role.r: a b"}},
		"for each of a list":      {role + policy("a", "") + policy("b", "") + resource("aws_iam_role_policy_attachment", "for_each = toset([aws_iam_policy.a.arn, aws_iam_policy.b.arn])\nrole = aws_iam_role.r.name\npolicy_arn = each.value"), []string{"aws_iam_role.r: a b"}},
		"counted":                 {role + policy("a", "count = 1") + resource("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\npolicy_arn = aws_iam_policy.a[0].arn"), []string{"aws_iam_role.r: a"}},
		"none":                    {role + policy("a", "count = 0") + resource("aws_iam_role_policy_attachment", "count = 0\nrole = aws_iam_role.r.name\npolicy_arn = aws_iam_policy.a[0].arn"), []string{"aws_iam_role.r: "}},
		"perhaps none":            {role + policy("a", "count = var.x ? 1 : 0") + resource("aws_iam_role_policy_attachment", "count = var.x ? 1 : 0\nrole = aws_iam_role.r.name\npolicy_arn = aws_iam_policy.a[0].arn"), []string{"aws_iam_role.r: a"}},
		"two by key":              {"resource \"aws_iam_role\" \"r\" {\nfor_each = toset([\"a\", \"b\"])\nname = each.key\n}\n" + inline("aws_iam_role_policy", "p", "role = aws_iam_role.r[\"a\"].name"), []string{"aws_iam_role.r: p", "aws_iam_role.r: "}},
		"member of a group":       {user + group + inline("aws_iam_group_policy", "a", "group = aws_iam_group.g.name") + resource("aws_iam_user_group_membership", "user = aws_iam_user.u.name\ngroups = [aws_iam_group.g.name]"), []string{"aws_iam_user.u: a", "aws_iam_group.g: a"}},
		"members of a group":      {user + group + inline("aws_iam_group_policy", "a", "group = aws_iam_group.g.name") + resource("aws_iam_group_membership", "users = [aws_iam_user.u.name]\ngroup = aws_iam_group.g.name"), []string{"aws_iam_user.u: a", "aws_iam_group.g: a"}},
		"elsewhere, by name":      {inline("aws_iam_role_policy", "a", `role = "other"`) + inline("aws_iam_role_policy", "b", `role = "other"`), []string{`role "other": a b`}},
		"elsewhere, by reference": {inline("aws_iam_role_policy", "a", `role = module.m.role`) + inline("aws_iam_role_policy", "b", `role = module.m.role`), []string{"role module.m.role: a b"}},
		"elsewhere, two":          {inline("aws_iam_role_policy", "a", `role = module.m.role`) + inline("aws_iam_role_policy", "b", `role = module.n.role`), []string{"role module.m.role: a", "role module.n.role: b"}},
		"either of two":           {role + inline("aws_iam_role_policy", "a", `role = var.x ? aws_iam_role.r.name : "other"`), []string{"aws_iam_role.r: "}},
		"attached by ARN":         {role + policy("a", "") + resource("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\npolicy_arn = \"arn:aws:iam::123456789012:policy/a\""), []string{"aws_iam_role.r: a"}},
		"by ARN in parts":         {role + policy("a", "") + resource("aws_iam_role_policy_attachment", "role = \"role\"\npolicy_arn = \"arn:${var.x}:iam::${var.x}:policy/team/a\""), []string{"aws_iam_role.r: a"}},
		"by ARN with its name":    {role + policy("a", "name_prefix = var.x") + resource("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\npolicy_arn = \"arn:aws:iam::${var.x}:policy/${aws_iam_policy.a.name}\""), []string{"aws_iam_role.r: a"}},
		"by another ARN":          {role + policy("a", "") + resource("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\npolicy_arn = \"arn:aws:iam::aws:policy/a\""), []string{"aws_iam_role.r: ", "aws_iam_policy.a: a"}},
		"by name, to a set":       {set + policy("a", "") + resource("aws_ssoadmin_customer_managed_policy_attachment", "permission_set_arn = aws_ssoadmin_permission_set.s.arn\ncustomer_managed_policy_reference {\nname = \"a\"\n}"), []string{"aws_ssoadmin_permission_set.s: a"}},
		"name of a name": {"resource \"aws_iam_role\" \"r\" {\nname_prefix = \"r\"\n}\nresource \"aws_iam_role\" \"s\" {\nname = \"${aws_iam_role.r.name}-s\"\n}\n" + inline("aws_iam_role_policy", "a", "role = aws_iam_role.s.name") +
			inline("aws_iam_role_policy", "b", "role = \"${aws_iam_role.r.name}-elsewhere\""), []string{"aws_iam_role.r: ", "aws_iam_role.s: a", "role ${aws_iam_role.r.name}-elsewhere: b"}},
		"name of a known name": {role + "resource \"aws_iam_role\" \"s\" {\nname = \"${aws_iam_role.r.name}-s\"\n}\n" + inline("aws_iam_role_policy", "a", "role = aws_iam_role.s.name"), []string{"aws_iam_role.r: ", "aws_iam_role.s: a"}},
		"either of two by ARN": {role + policy("a", "") + policy("b", "") + resource("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\npolicy_arn = var.x ? aws_iam_policy.a.arn : aws_iam_policy.b.arn"),
			[]string{"aws_iam_role.r: ", "aws_iam_policy.a: a", "aws_iam_policy.b: b"}},
		"one of many": {"resource \"aws_iam_role\" \"r\" {\nfor_each = toset([\"a\", \"b\"])\n}\n" + inline("aws_iam_role_policy", "p", "role = aws_iam_role.r[var.x].name") + inline("aws_iam_role_policy", "q", "role = aws_iam_role.r[var.x].name"),
			[]string{"aws_iam_role.r: ", "aws_iam_role.r: ", "role aws_iam_role.r.name: p", "role aws_iam_role.r.name: q"}},
		"perhaps one":        {role + policy("a", "count = var.x ? 1 : 0") + resource("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\npolicy_arn = try(aws_iam_policy.a[0].arn, \"\")"), []string{"aws_iam_role.r: a"}},
		"unattached":         {policy("a", ""), []string{"aws_iam_policy.a: a"}},
		"attached elsewhere": {policy("a", "") + resource("aws_iam_role_policy_attachment", "role = var.x\npolicy_arn = aws_iam_policy.a.arn"), []string{"role var.x: a"}},
		"with principals":    {"resource \"aws_iam_policy\" \"a\" {\npolicy = jsonencode({ Statement = { Principal = \"*\" } })\n}\n", []string{"aws_iam_policy.a: "}},
		"a boundary":         {policy("a", "") + "resource \"aws_iam_role\" \"r\" {\npermissions_boundary = aws_iam_policy.a.arn\n}\n", []string{"aws_iam_role.r: "}},
	} {
		var got []string
		for _, id := range NewView(module(t, test.src+"variable \"x\" {}\n")).Identities() {
			var sids []string
			for _, s := range id.all() {
				sid, _ := s.Sid().Text()
				sids = append(sids, sid)
			}
			slices.Sort(sids)
			got = append(got, id.Name+": "+strings.Join(sids, " "))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Who takes a role.
func TestHolders(t *testing.T) {
	trust := func(principal string) string {
		return "resource \"aws_iam_role\" \"r\" {\nassume_role_policy = jsonencode({ Statement = [{ Effect = \"Allow\", Action = [\"sts:AssumeRole\", \"sts:AssumeRoleWithWebIdentity\"], Principal = " + principal + " }] })\n}\n"
	}
	use := func(typ, rest string) string {
		return trust("{}") + "resource \"" + typ + "\" \"x\" {\n" + rest + "\n}\n"
	}
	const profile = "resource \"aws_iam_instance_profile\" \"p\" {\nrole = aws_iam_role.r.name\n}\n"
	for name, test := range map[string]struct {
		src  string
		want []string
	}{
		"nobody":              {trust("{}"), nil},
		"tasks":               {trust(`{ Service = "ecs-tasks.amazonaws.com" }`), []string{"containers"}},
		"several":             {trust(`{ Service = ["lambda.amazonaws.com", "ec2.amazonaws.com", "codebuild.amazonaws.com"] }`), []string{"builds", "instances", "functions"}},
		"pods":                {trust(`{ Service = "pods.eks.amazonaws.com" }`), []string{"pods"}},
		"another service":     {trust(`{ Service = "states.amazonaws.com" }`), []string{"services of AWS"}},
		"unknown service":     {trust(`{ Service = var.x }`), nil},
		"a cluster's":         {trust(`{ Federated = "arn:aws:iam::1:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A" }`), []string{"pods"}},
		"a module's":          {trust(`{ Federated = module.eks.oidc_provider_arn }`), []string{"pods"}},
		"a service account's": {"resource \"aws_iam_role\" \"r\" {\nassume_role_policy = jsonencode({ Statement = [{ Effect = \"Allow\", Action = \"sts:AssumeRoleWithWebIdentity\", Principal = { Federated = var.x }, Condition = { StringEquals = { \"${var.x}:sub\" = \"system:serviceaccount:a:${var.x}\" } } }] })\n}\n", []string{"pods"}},
		"a pipeline's":        {trust(`{ Federated = "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com" }`), []string{"builds"}},
		"an account's":        {trust(`{ AWS = "123456789012" }`), nil},
		"task":                {use("aws_ecs_task_definition", "task_role_arn = aws_iam_role.r.arn"), []string{"the containers of aws_ecs_task_definition.x"}},
		"execution":           {use("aws_ecs_task_definition", "execution_role_arn = aws_iam_role.r.arn"), []string{"the start of aws_ecs_task_definition.x"}},
		"through a local":     {trust("{}") + "locals {\nr = aws_iam_role.r.arn\n}\nresource \"aws_ecs_task_definition\" \"x\" {\ntask_role_arn = local.r\n}\n", []string{"the containers of aws_ecs_task_definition.x"}},
		"no instance":         {use("aws_ecs_task_definition", "count = 0\ntask_role_arn = aws_iam_role.r.arn"), nil},
		"by ARN":              {strings.Replace(use("aws_ecs_task_definition", "task_role_arn = \"arn:aws:iam::${var.x}:role/r\""), "{\n", "{\nname = \"r\"\n", 1), []string{"the containers of aws_ecs_task_definition.x"}},
		"another's ARN":       {strings.Replace(use("aws_ecs_task_definition", "task_role_arn = \"arn:aws:iam::${var.x}:role/s\""), "{\n", "{\nname = \"r\"\n", 1), nil},
		"by name":             {strings.Replace(use("aws_instance", "iam_instance_profile = \"p\""), "{\n", "{\nname = \"r\"\n", 1) + strings.NewReplacer("aws_iam_role.r.name", `"r"`, "{\n", "{\nname = \"p\"\n").Replace(profile), []string{"the instances of aws_instance.x"}},
		"its instance":        {strings.Replace(use("aws_ecs_task_definition", "task_role_arn = aws_iam_role.r[\"a\"].arn"), "{\n", "{\nfor_each = toset([\"a\", \"b\"])\n", 1), []string{"the containers of aws_ecs_task_definition.x"}},
		"another instance":    {strings.Replace(use("aws_ecs_task_definition", "task_role_arn = aws_iam_role.r[\"b\"].arn"), "{\n", "{\nfor_each = toset([\"a\", \"b\"])\n", 1), nil},
		"some instance":       {strings.Replace(use("aws_ecs_task_definition", "task_role_arn = aws_iam_role.r[var.x].arn"), "{\n", "{\nfor_each = toset([\"a\", \"b\"])\n", 1), []string{"the containers of aws_ecs_task_definition.x"}},
		"one of two":          {use("aws_ecs_task_definition", "task_role_arn = var.x ? aws_iam_role.r.arn : aws_iam_role.s.arn") + "resource \"aws_iam_role\" \"s\" {}\n", []string{"the containers of aws_ecs_task_definition.x"}},
		"profile of either":   {use("aws_instance", "iam_instance_profile = aws_iam_instance_profile.p.name") + strings.Replace(profile, "aws_iam_role.r.name", "var.x ? aws_iam_role.r.name : aws_iam_role.s.name", 1) + "resource \"aws_iam_role\" \"s\" {}\n", []string{"the instances of aws_instance.x"}},
		"something else":      {use("aws_ecs_task_definition", "family = aws_iam_role.r.name"), nil},
		"build":               {use("aws_codebuild_project", "service_role = aws_iam_role.r.arn"), []string{"the builds of aws_codebuild_project.x"}},
		"pod identity":        {use("aws_eks_pod_identity_association", "role_arn = aws_iam_role.r.arn"), []string{"the pods of aws_eks_pod_identity_association.x"}},
		"service account":     {use("kubernetes_service_account", "metadata {\nannotations = { \"eks.amazonaws.com/role-arn\" = aws_iam_role.r.arn }\n}"), []string{"the pods of kubernetes_service_account.x"}},
		"App Runner":          {use("aws_apprunner_service", "instance_configuration {\ninstance_role_arn = aws_iam_role.r.arn\n}"), []string{"the containers of aws_apprunner_service.x"}},
		"node group":          {use("aws_eks_node_group", "node_role_arn = aws_iam_role.r.arn"), []string{"the container hosts of aws_eks_node_group.x"}},
		"function":            {use("aws_lambda_function", "role = aws_iam_role.r.arn"), []string{"aws_lambda_function.x"}},
		"server":              {use("aws_instance", "iam_instance_profile = aws_iam_instance_profile.p.name") + profile, []string{"the instances of aws_instance.x"}},
		"host by user data":   {use("aws_launch_template", "user_data = base64encode(\"ECS_CLUSTER=a\")\niam_instance_profile {\narn = aws_iam_instance_profile.p.arn\n}") + profile, []string{"the container hosts of aws_launch_template.x"}},
		"managed instances":   {use("aws_ecs_capacity_provider", "managed_instances_provider {\ninstance_launch_template {\nec2_instance_profile_arn = aws_iam_instance_profile.p.arn\n}\n}") + profile, []string{"the container hosts of aws_ecs_capacity_provider.x"}},
		"used and trusted":    {strings.Replace(use("aws_ecs_task_definition", "task_role_arn = aws_iam_role.r.arn"), "Principal = {}", `Principal = { Service = "ecs-tasks.amazonaws.com" }`, 1), []string{"the containers of aws_ecs_task_definition.x"}},
	} {
		v := NewView(module(t, test.src+"variable \"x\" {}\n"))
		var got []string
		for _, h := range v.Holders(v.Identities()[0]) {
			got = append(got, h.String())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
