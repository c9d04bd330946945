package iam

import (
	"fmt"
	"strings"
	"testing"
)

// says is what is too much about a statement, for tests: "admin: every action on every resource".
func (e *Excess) says() string {
	if e == nil {
		return ""
	}
	kind := map[ExcessKind]string{AdminAccess: "admin", WildcardAction: "action", WildcardResource: "resource"}[e.Kind]
	for mark, set := range map[string]bool{"minor ": e.Minor, "limited ": e.Limited} {
		if set {
			kind = mark + kind
		}
	}
	return fmt.Sprintf("%s: %s on %s", kind, e.Granted(), e.On())
}

// What is too much about a statement. On the left a statement's elements, on everything where it has no resources.
func TestExcess(t *testing.T) {
	letters := func(format string) string {
		var out []string
		for c := 'a'; c <= 'z'; c++ {
			out = append(out, fmt.Sprintf(format, c))
		}
		return strings.Join(out, ", ")
	}
	const (
		every  = "every resource"
		bucket = `Resource = ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*"]`
	)
	for _, test := range []struct{ elements, want string }{
		// Administrator access.
		{`Action = "*"`, "admin: every action on " + every},
		{`action = ["*"], resource = ["*"]`, "admin: every action on " + every},
		{`Action = "*:*"`, "admin: every action on " + every},
		{`Action = "**"`, "admin: every action on " + every},
		{`Action = "?*"`, "admin: every action on " + every},
		{`Action = ["s3:GetObject", "*"]`, "admin: every action on " + every},
		{`Action = [` + letters(`"%c*:*"`) + `]`, "admin: a*:*, b*:*, c*:*, d*:* and 22 more on " + every},
		{`Action = ["iam:*"]`, "admin: iam:* on " + every},
		{`Action = ["IAM:*"]`, "admin: IAM:* on " + every},
		{`Action = ["ecs:*", "iam:*"]`, "admin: iam:* on " + every},
		{`Action = ["iam:*"], Resource = "arn:aws:iam::*:*"`, "admin: iam:* on arn:aws:iam::*:*"},
		{`Action = ["*"], Resource = "arn:aws:iam::123456789012:*"`, "admin: every action on arn:aws:iam::123456789012:*"},
		{`Action = ["iam:A*", "iam:C*", "iam:P*", "iam:S*", "iam:U*"]`, "admin: iam:A*, iam:C*, iam:P*, iam:S* and iam:U* on " + every},
		{`Action = ["i?m:*"]`, "admin: i?m:* on " + every},
		{`NotAction = "iam:*"`, "admin: every action but iam:* on " + every},
		{`NotAction = ["iam:*", "organizations:*", "account:*"]`, "admin: every action but iam:*, organizations:* and account:* on " + every},
		{`Action = "*", Resource = null, NotResource = "arn:aws:s3:::logs/*"`, "admin: every action on every resource but arn:aws:s3:::logs/*"},
		{`Action = "*", Resource = null, NotResource = aws_s3_bucket.b.arn`, "admin: every action on every resource but aws_s3_bucket.b.arn"},
		{`Action = "*", Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }`, "limited admin: every action on " + every},
		{`Action = "*", Condition = { Bool = { "aws:SecureTransport" = "true" } }`, "admin: every action on " + every},
		// Not administrator access, or not for certain.
		{`Effect = "Deny", Action = "*"`, ""},
		{`Effect = "allow", Action = "*"`, ""}, // AWS refuses it
		{`Effect = var.x, Action = "*"`, ""},
		{`Action = var.x`, ""},
		{`Action = [var.x]`, ""},
		{`Action = "*", Resource = var.x`, ""},
		{`Action = "*", Resource = null`, ""},
		{`Action = "*", Resource = null, NotResource = "*"`, ""},
		{`Action = "*", Resource = null, NotResource = var.x`, ""},
		{`Action = "*", Condition = var.x`, ""},
		{`Action = "*", Principal = "*"`, ""},
		{`Action = "*", Principal = var.x`, "admin: every action on " + every}, // in a policy of an identity there is none
		{`NotAction = "*"`, ""},
		{`NotAction = var.x`, ""},
		{`NotAction = ["iam:*", var.x]`, ""},
		{`NotAction = concat(["iam:*"], var.x)`, ""},
		{`NotAction = "iam:*", Resource = "arn:aws:iam::*:*"`, ""},
		{`Action = var.x ? "*" : "s3:GetObject"`, ""},

		// Wildcards in actions.
		{`Action = "ecs:*"`, "action: ecs:* on " + every},
		{`Action = "ECS:*"`, "action: ECS:* on " + every},
		{`Action = "ecs:?*"`, "action: ecs:?* on " + every},
		{`Action = "e?s:*"`, "action: e?s:* on " + every},
		{`Action = "*:Delete*"`, "action: *:Delete* on " + every},
		{`Action = ["ecs:*", "ecr:*", "s3:GetObject"]`, "action: ecs:* and ecr:* on " + every},
		{`Action = ["ecs:*", "secretsmanager:GetSecretValue"]`, "action: ecs:* on " + every},
		{`Action = "s3:Put*"`, "action: s3:Put* on " + every},
		{`Action = "s3:put*"`, "action: s3:put* on " + every},
		{`Action = "ecr:Put*"`, "action: ecr:Put* on " + every},
		{`Action = "s3:*Object"`, "action: s3:*Object on " + every},
		{`Action = "ec2:D*"`, "action: ec2:D* on " + every},
		{`Action = "ecs:*", Resource = "arn:aws:ecs:*:*:*"`, "action: ecs:* on arn:aws:ecs:*:*:*"},
		{`Action = "s3:*", Resource = "arn:aws:s3:::*"`, "action: s3:* on arn:aws:s3:::*"},
		{`Action = "*", Resource = "arn:aws:s3:::*"`, "action: every action on arn:aws:s3:::*"},
		{`Action = "ecs:*", Resource = "arn:aws:ecs:eu-west-1:${var.x}:*"`, "limited action: ecs:* on arn:aws:ecs:eu-west-1:…:*"},
		{`Action = "ecs:*", Condition = { ArnEquals = { "ecs:cluster" = var.x } }`, "limited action: ecs:* on " + every},
		{`Action = "ecs:*", Condition = { StringEquals = { "aws:ResourceTag/a" = "b" } }`, "limited action: ecs:* on " + every},
		{`Action = "s3:*", Resource = null, NotResource = "arn:aws:s3:::logs/*"`, "action: s3:* on every resource but arn:aws:s3:::logs/*"},
		{`Action = "lakeformation:*"`, "action: lakeformation:* on " + every}, // none of its actions has resources
		// Minor ones.
		{`Action = "s3:*", ` + bucket, "minor action: s3:* on arn:aws:s3:::bucket"},
		{`Action = "s3:*", Resource = ["${aws_s3_bucket.b.arn}/*"]`, "minor action: s3:* on ${aws_s3_bucket.b.arn}/*"},
		{`Action = "s3:*", Resource = aws_s3_bucket.b.arn`, "minor action: s3:* on aws_s3_bucket.b.arn"},
		{`Action = "*", ` + bucket, "minor action: every action on arn:aws:s3:::bucket"},
		{`Action = "iam:*", Resource = "arn:aws:iam::*:role/app-*"`, "minor action: iam:* on arn:aws:iam::*:role/app-*"},
		{`Action = "ecs:*Service", Resource = "arn:aws:ecs:eu-west-1:1:*"`, "minor action: ecs:*Service on arn:aws:ecs:eu-west-1:1:*"},
		{`NotAction = "s3:DeleteBucket", ` + bucket, "minor action: every action but s3:DeleteBucket on arn:aws:s3:::bucket and arn:aws:s3:::bucket/*"},
		// All but some.
		{`NotAction = "s3:DeleteBucket", Resource = "arn:aws:s3:::*"`, "action: every action but s3:DeleteBucket on arn:aws:s3:::*"},
		{`NotAction = ["s3:DeleteBucket", "iam:*"], Resource = ["arn:aws:s3:::b", "arn:aws:s3:::*", "arn:aws:ecs:eu-west-1:*:*"]`, "action: every action but s3:DeleteBucket and iam:* on arn:aws:s3:::* and arn:aws:ecs:eu-west-1:*:*"},
		{`NotAction = "s3:*", Resource = "arn:aws:ecs:eu-west-1:1:*"`, "limited action: every action but s3:* on arn:aws:ecs:eu-west-1:1:*"},
		{`NotAction = "s3:*", Resource = "arn:aws:s3:::*"`, ""},
		{`NotAction = ["s3:*", var.x], Resource = "arn:aws:ecs:*:*:*"`, ""},
		// Fine.
		{`Action = ["ec2:Describe*", "s3:Get*", "s3:List*", "ecr:BatchCheck*", "logs:List*", "iam:Get*", "iam:List*"]`, ""},
		{`Action = ["ssmmessages:*", "ec2messages:*"]`, ""},
		{`Action = "support:*"`, ""},
		{`Action = "nosuchservice:*"`, ""},
		{`Action = "s3:Put*", ` + bucket, ""},
		{`Action = ["kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:Decrypt"], Resource = "arn:aws:kms:eu-west-1:1:key/1"`, ""},
		{`Action = "s3:PutObject*", ` + bucket, ""},
		{`Action = "logs:*LogDelivery"`, ""},
		{`Action = "s3:*", Resource = "arn:aws:sqs:*:*:*"`, ""}, // there are no buckets in it

		// Wildcards in resources.
		{`Action = ["s3:PutObject", "s3:DeleteObject"]`, "resource: s3:PutObject and s3:DeleteObject on " + every},
		{`Action = "secretsmanager:GetSecretValue"`, "resource: secretsmanager:GetSecretValue on " + every},
		{`Action = ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:PutImage"]`, "resource: ecr:PutImage on " + every},
		{`Action = "ecr:Batch*"`, "resource: ecr:BatchDeleteImage and ecr:BatchImportUpstreamImage on " + every},
		{`Action = "kms:GenerateDataKey*"`, "resource: kms:GenerateDataKey* on " + every},
		{`Action = "ssm:GetParameter*"`, "resource: ssm:GetParameter* on " + every},
		{`Action = "ecs:Submit*"`, "minor resource: ecs:Submit* on " + every},
		{`Action = "cloudwatch:PutMetricData"`, ""},
		{`Action = "glue:Get*"`, "resource: glue:GetConnection, glue:GetConnections and glue:GetSessionEndpoint on " + every}, // they hand out passwords, the others read
		{`Action = "iam:Put*Policy"`, "resource: iam:Put*Policy on " + every},
		{`Action = "sts:AssumeRole"`, "resource: sts:AssumeRole on " + every},
		{`Action = "sts:AssumeRole", Resource = "arn:aws:iam::*:role/*"`, "minor resource: sts:AssumeRole on arn:aws:iam::*:role/*"},
		{`Action = "iam:AttachRolePolicy", Resource = ["arn:aws:iam::*:policy/*", "arn:aws:iam::*:role/*"]`, "resource: iam:AttachRolePolicy on arn:aws:iam::*:role/*"},
		{`Action = "iam:CreateAccessKey", Resource = "arn:aws:iam::*:user/*"`, "resource: iam:CreateAccessKey on arn:aws:iam::*:user/*"},
		{`Action = "kms:Decrypt", Resource = "arn:aws:kms:eu-west-1:1:key/*"`, "resource: kms:Decrypt on arn:aws:kms:eu-west-1:1:key/*"},
		{`Action = "ecr:PutImage", Resource = "arn:aws:ecr:*:*:repository/*"`, "resource: ecr:PutImage on arn:aws:ecr:*:*:repository/*"},
		{`Action = "secretsmanager:GetSecretValue", Resource = "arn:aws:secretsmanager:eu-west-1:1:secret:*"`, "resource: secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:1:secret:*"},
		{`Action = ["ssm:PutParameter", "ssm:GetParameter", "ssm:AddTagsToResource"], Resource = "arn:aws:ssm:*:*:parameter/*"`,
			"resource: ssm:PutParameter and ssm:GetParameter on arn:aws:ssm:*:*:parameter/*"},
		{`Action = ["ssm:PutParameter", "ssm:AddTagsToResource"], Resource = "arn:aws:ssm:*:*:parameter/*"`, "minor resource: ssm:PutParameter on arn:aws:ssm:*:*:parameter/*"},
		{`Action = "lambda:AddPermission", Resource = "arn:aws:lambda:*:*:function:*"`, "resource: lambda:AddPermission on arn:aws:lambda:*:*:function:*"},
		{`Action = "s3:PutObject", Resource = ["arn:aws:s3:::bucket/*", "*"]`, "resource: s3:PutObject on " + every},
		{`Action = "s3:PutObject", Resource = "arn:aws:s3:::*/*"`, "resource: s3:PutObject on arn:aws:s3:::*/*"},
		{`Action = "s3:PutObject", Resource = [var.x, "*"]`, "resource: s3:PutObject on " + every},
		{`Action = [var.x, "s3:PutObject"]`, "resource: s3:PutObject on " + every},
		{`Action = "s3:PutObject", Resource = null, NotResource = "arn:aws:s3:::logs/*"`, "resource: s3:PutObject on every resource but arn:aws:s3:::logs/*"},
		{`Action = ["ssm:GetParameters", "kms:Decrypt"], Resource = ["arn:aws:ssm:*:*:parameter/*", "arn:aws:kms:*:*:key/*"]`,
			"resource: ssm:GetParameters and kms:Decrypt on arn:aws:ssm:*:*:parameter/* and arn:aws:kms:*:*:key/*"},
		{`Action = "ecs:RunTask", Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }`, "limited resource: ecs:RunTask on " + every},
		{`Action = ["s3:*", "secretsmanager:GetSecretValue"], Resource = ["arn:aws:s3:::b", "arn:aws:secretsmanager:*:*:secret:*"]`,
			"resource: secretsmanager:GetSecretValue on arn:aws:secretsmanager:*:*:secret:*"},
		// Minor ones.
		{`Action = ["logs:CreateLogStream", "logs:PutLogEvents"]`, "minor resource: logs:CreateLogStream and logs:PutLogEvents on " + every},
		{`Action = ["ecr:BatchGetImage"]`, "minor resource: ecr:BatchGetImage on " + every},
		{`Action = "ec2:CreateTags"`, "minor resource: ec2:CreateTags on " + every},
		{`Action = "sqs:SendMessage", Resource = "arn:aws:sqs:eu-west-1:1:*"`, "minor resource: sqs:SendMessage on arn:aws:sqs:eu-west-1:1:*"},
		{`Action = "ecr:PutImage", Resource = "arn:aws:ecr:eu-west-1:1:repository/*"`, "minor resource: ecr:PutImage on arn:aws:ecr:eu-west-1:1:repository/*"},
		{`Action = "iam:TagRole", Resource = "arn:aws:iam::*:role/*"`, "minor resource: iam:TagRole on arn:aws:iam::*:role/*"},
		// Fine.
		{`Action = ["ecr:GetAuthorizationToken", "ecs:DeregisterTaskDefinition", "sts:GetCallerIdentity", "ec2:DescribeInstances"]`, ""},
		{`Action = "s3:GetObject"`, ""},
		{`Action = "iam:PassRole"`, ""},
		{`Action = "iam:Pass*"`, ""},
		{`Action = "nosuch:Action"`, ""},
		{`Action = "s3:PutObject", Resource = "arn:aws:s3:::logs-*/*"`, ""},
		{`Action = "s3:PutObject", Resource = "${aws_s3_bucket.b.arn}/*"`, ""},
		{`Action = "s3:PutObject", Resource = var.x`, ""},
		{`Action = "s3:PutObject", Resource = var.x ? "*" : "arn:aws:s3:::b/*"`, ""},
		{`Action = "logs:PutLogEvents", Resource = "arn:aws:logs:*:*:log-group:*:*"`, ""},
		{`Action = "ecs:RunTask", Resource = "arn:aws:ecs:*:*:task-definition/*"`, ""}, // it has to be the cluster too
		{`Action = "iam:AttachRolePolicy", Resource = ["arn:aws:iam::*:policy/*", "arn:aws:iam::*:role/app-*"]`, ""},
		{`Action = ["kms:CreateAlias", "kms:Decrypt"], Resource = "arn:aws:kms:*:*:alias/*"`, ""},
		{`Action = "ec2:RunInstances", Resource = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:volume/*"]`, ""}, // they have no names yet
		{`Action = "ecs:RunTask", Condition = { ArnEquals = { "ecs:cluster" = var.x } }`, ""},
		{`Action = "kms:Decrypt", Condition = { StringEquals = { "kms:ViaService" = "s3.eu-west-1.amazonaws.com" } }`, ""},
	} {
		elements := strings.ReplaceAll(test.elements, ", NotAction", ",\nNotAction")
		if !strings.Contains(strings.ToLower(elements), "resource =") {
			elements += "\nResource = \"*\""
		}
		if got := statement(t, elements).Excess().says(); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.elements, got, test.want)
		}
	}
}

// What denials of the same document leave of it. A statement of everything it allows stands before what is tried.
func TestExcessWithDenials(t *testing.T) {
	const every = `{ Effect = "Allow", Action = "*", Resource = "*" }`
	for _, test := range []struct{ statements, want string }{
		{every + `, { Effect = "Deny", Action = "iam:*", Resource = "*" }`, "admin: every action on every resource"}, // what is left is enough
		{every + `, { Effect = "Deny", Action = ["iam:DeleteUser", "ec2:*"], Resource = "*" }`, "admin: every action on every resource"},
		{every + `, { Effect = "Deny", Action = "*", Resource = "arn:aws:iam::*:role/admin" }`, "admin: every action on every resource"},
		{every + `, { Effect = "Deny", Action = "*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } } }`, "admin: every action on every resource"},
		{every + `, { Effect = "Deny", NotAction = ["iam:*", "ecs:*"], Resource = "*" }`, "admin: iam:* on every resource"},
		{every + `, { Effect = "Deny", Action = "*", Resource = "*" }`, ""},
		{every + `, { Effect = "Deny", NotAction = ["ecs:DescribeTasks", "s3:Get*"], Resource = "*" }`, ""},
		{every + `, { Effect = "Deny", NotAction = ["ecs:UpdateService", "ecs:Describe*"], Resource = "*" }`, "resource: ecs:UpdateService on every resource"}, // that is the list
		{`{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }, { Effect = "Deny", NotAction = ["ecs:*"], Resource = "*" }`, "action: ecs:* on every resource"},
		{`{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }, { Effect = "Deny", Action = ["ecs:*"], Resource = "*" }`, "admin: every action but iam:* on every resource"},
		{`{ Effect = "Allow", Action = "iam:*", Resource = "*" }, { Effect = "Deny", Action = "iam:DeleteUser", Resource = "*" }`, "admin: iam:* on every resource"},
		{`{ Effect = "Allow", Action = "iam:*", Resource = "*" }, { Effect = "Deny", Action = "iam:PassRole", Resource = "*" }`, "action: iam:* on every resource"},
		{`{ Effect = "Allow", Action = "iam:*", Resource = "*" }, { Effect = "Deny", Action = "iam:*", Resource = "*" }`, ""},
		{`{ Effect = "Allow", Action = "s3:PutObject", Resource = "*" }, { Effect = "Deny", Action = "s3:*", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/locked" = "true" } } }`, "resource: s3:PutObject on every resource"},
		{`{ Effect = "Allow", Action = "s3:PutObject", Resource = "*" }, { Effect = "Deny", Action = "s3:*", NotResource = "arn:aws:s3:::b/*" }`, ""},
		{`{ Effect = "Allow", Action = "s3:PutObject", NotResource = "arn:aws:s3:::*" }`, ""},
	} {
		m := module(t, roleWith(test.statements))
		if got := NewView(m).Granted()[0].Excess().says(); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.statements, got, test.want)
		}
	}
}

// What the rest of what a role has leaves of a policy: denials of another policy, and the permissions boundary.
func TestExcessOfIdentity(t *testing.T) {
	const (
		every    = `{ Effect = "Allow", Action = "*", Resource = "*" }`
		admin    = "admin: every action on every resource"
		escalate = `{ Effect = "Allow", Action = ["iam:PassRole", "ecs:RunTask", "ecs:RegisterTaskDefinition"], Resource = "*" }`
		region   = `Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }`
	)
	for _, test := range []struct{ policy, denied, boundary, want string }{
		{every, ``, ``, admin},
		// Another policy denies.
		{every, `{ Effect = "Deny", Action = "*", Resource = "*" }`, ``, ""},
		{every, `{ Effect = "Deny", NotAction = ["s3:Get*", "ecs:UpdateService"], Resource = "*" }`, ``, "resource: ecs:UpdateService on every resource"},
		{every, `{ Effect = "Deny", Action = "iam:*", Resource = "*" }`, ``, admin}, // what is left is enough
		{every, `{ Effect = "Deny", Action = "*", Resource = "arn:aws:s3:::b/*" }`, ``, admin},
		{every, `{ Effect = "Deny", Action = "*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } } }`, ``, admin},
		{every, `{ Effect = var.x, Action = "*", Resource = "*" }`, ``, admin},
		{`{ Effect = "Allow", Action = "sqs:*", Resource = "*" }`, `{ Effect = "Deny", Action = "sqs:*", Resource = "*" }`, ``, ""},
		{`{ Effect = "Allow", Action = "sqs:*", Resource = "*" }`, `{ Effect = "Deny", Action = "sqs:Delete*", Resource = "*" }`, ``, "action: sqs:* on every resource"},
		{`{ Effect = "Allow", Action = "iam:*", Resource = "*" }`, `{ Effect = "Deny", Action = ["iam:PassRole", "iam:*Policy", "iam:*PolicyVersion", "iam:*AccessKey", "iam:*LoginProfile", "iam:AddUserToGroup"], Resource = "*" }`, ``,
			"action: iam:* on every resource"},
		{`{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }`, `{ Effect = "Deny", NotAction = "s3:Get*", Resource = "*" }`, ``, ""},
		// The boundary leaves out.
		{every, ``, `{ Effect = "Allow", Action = "s3:Get*", Resource = "*" }`, ""},
		{every, ``, `{ Effect = "Allow", Action = ["s3:Get*", "ecs:UpdateService"], Resource = "*" }`, "resource: ecs:UpdateService on every resource within the permissions boundary"},
		{every, ``, `{ Effect = "Allow", Action = ["logs:Get*", "sqs:*"], Resource = "*" }`, "action: sqs:* on every resource within the permissions boundary"},
		{`{ Effect = "Allow", Action = ["s3:*", "ecr:*"], Resource = "*" }`, ``, `{ Effect = "Allow", Action = "ecr:*", Resource = "*" }`, "action: ecr:* on every resource within the permissions boundary"},
		{every, ``, `{ Effect = "Allow", Action = "sqs:*", Resource = "arn:aws:ecs:eu-west-1:1:service/c/web" }`, ""},
		{every, ``, `{ Effect = "Allow", Action = "*", Resource = "*" }`, admin},
		{every, ``, `{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }`, admin + " within the permissions boundary"},
		{every, ``, `{ Effect = "Allow", Action = "*", Resource = "*" }, { Effect = "Deny", Action = "iam:*", Resource = "*" }`, admin},
		{`{ Effect = "Allow", Action = "iam:*", Resource = "*" }`, ``, `{ Effect = "Allow", Action = "*", Resource = "*" }, { Effect = "Deny", Action = "iam:*", Resource = "*" }`, ""},
		{`{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }`, ``, `{ Effect = "Allow", Action = "s3:*", Resource = "*" }`, "action: s3:* on every resource within the permissions boundary"},
		{`{ Effect = "Allow", NotAction = "organizations:*", Resource = "*" }`, ``, `{ Effect = "Allow", Action = ["ecs:UpdateService", "iam:PassRole", "organizations:ListRoots"], Resource = "*" }`, "resource: ecs:UpdateService on every resource within the permissions boundary; any role"},
		{`{ Effect = "Allow", Action = "iam:*Role", Resource = "*" }`, ``, `{ Effect = "Allow", Action = ["iam:Pass*", "iam:GetRole"], Resource = "*" }`, "any role"}, // what both take in
		{`{ Effect = "Allow", Action = "s3:Put*", Resource = "*" }`, ``, `{ Effect = "Allow", Action = ["s3:*Object", "s3:PutBucketPolicy"], Resource = "*" }`, "resource: s3:PutObject and s3:PutBucketPolicy on every resource within the permissions boundary"},
		// All in one region, and some everywhere.
		{every, ``, `{ Effect = "Allow", Action = "s3:*", Resource = "*" }, { Effect = "Allow", Action = "*", Resource = "*", ` + region + ` }`, "limited " + admin + " within the permissions boundary"},
		{`{ Effect = "Allow", Action = "sqs:*", Resource = "*" }`, ``, `{ Effect = "Allow", Action = "sqs:*", Resource = "arn:aws:sqs:eu-west-1:*:*" }`, "limited action: sqs:* on every resource within the permissions boundary"},
		{`{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }`, ``, `{ Effect = "Allow", Action = "*", Resource = "*", ` + region + ` }`, "limited any role"},
		{every, ``, `{ Effect = "Allow", Action = "*", Resource = "*", Condition = { StringEquals = { (var.x) = "dev" } } }`, "limited " + admin + " within the permissions boundary"},
		// NotAction that leaves some of what is listed.
		{`{ Effect = "Allow", NotAction = "s3:DeleteBucket", Resource = "*" }`, ``, `{ Effect = "Allow", Action = "s3:*", Resource = "*" }`, "action: s3:* on every resource within the permissions boundary"},
		{`{ Effect = "Allow", NotAction = "iam:DeleteAccountAlias", Resource = "*" }`, ``, `{ Effect = "Allow", Action = "iam:*", Resource = "*" }`, admin[:7] + "iam:* on every resource within the permissions boundary"},
		{`{ Effect = "Allow", Action = "sqs:*", Resource = "*" }`, `{ Effect = "Deny", Action = "*", Resource = "*", Condition = { "ForAnyValue:StringNotEquals" = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } }`, ``, "action: sqs:* on every resource"},
		// A request that has no tags is not denied.
		{every, `{ Effect = "Deny", Action = "*", Resource = "*", Condition = { "ForAnyValue:StringNotEquals" = { "aws:TagKeys" = ["Env"] } } }`, ``, admin},
		{`{ Effect = "Allow", Action = "*", NotResource = "arn:aws:iam::*:*" }`, ``, ``, "action: every action on every resource but arn:aws:iam::*:*; escalation: sso:AttachManagedPolicyToPermissionSet"},
		{every, ``, `{ Effect = "Allow", Action = "*", Resource = "*", ` + region + ` }`, "limited " + admin + " within the permissions boundary"},
		{every, ``, `{ Effect = "Allow", Action = "sqs:*", Resource = "*", ` + region + ` }`, "limited action: sqs:* on every resource within the permissions boundary"},
		{`{ Effect = "Allow", Action = "*", Resource = "*", ` + region + ` }`, ``, `{ Effect = "Allow", Action = "sqs:*", Resource = "*" }`, "limited action: sqs:* on every resource within its conditions and the permissions boundary"},
		// One that is not known may leave out anything, but hardly what a wildcard of one service stands for.
		{every, ``, `var.x`, "limited " + admin + " within the permissions boundary"},
		{`{ Effect = "Allow", Action = "sqs:*", Resource = "*" }`, ``, `var.x`, "action: sqs:* on every resource"},
		{every, ``, `{ Effect = "Allow", Action = var.x, Resource = "*" }`, "limited " + admin + " within the permissions boundary"},
		{every, ``, `{ Effect = "Allow", Action = "s3:*", Resource = "*" }, { Effect = var.x, Action = "*", Resource = "*" }`, "limited " + admin + " within the permissions boundary"},
		{every, ``, `{ Effect = "Allow", Action = "s3:PutObject", Resource = [var.x, "*"] }`, "limited " + admin + " within the permissions boundary"},
		{every, ``, `{ Effect = "Allow", Action = "s3:*", Resource = "${aws_s3_bucket.b.arn}/*" }`, ""},
		{escalate, ``, `var.x`, "resource: ecs:RunTask and ecs:RegisterTaskDefinition on every resource; any role"},
		{every, ``, "arn:aws:iam::aws:policy/SystemAdministrator", "limited " + admin + " within the permissions boundary"}, // what it allows is not known whole
		{every, ``, "arn:aws:iam::aws:policy/PowerUserAccess", admin + " within the permissions boundary"},
		{every, ``, "arn:aws:iam::aws:policy/AmazonS3FullAccess", "action: s3:* and s3-object-lambda:* on every resource within the permissions boundary"},
		{every, ``, "arn:aws:iam::aws:policy/ReadOnlyAccess", "resource: ssm:GetAccessToken, ssm:GetParameter, ssm:GetParameterHistory, ssm:GetParameters and ssm:GetParametersByPath on every resource within the permissions boundary"},
		{`{ Effect = "Allow", Action = "s3:*", Resource = "*" }`, ``, "arn:aws:iam::aws:policy/ReadOnlyAccess", ""},
		// Who is no administrator for it can still become one.
		{every, ``, escalate, "resource: ecs:RunTask and ecs:RegisterTaskDefinition on every resource within the permissions boundary; escalation: iam:PassRole and ecs:RunTask"},
		{every, `{ Effect = "Deny", NotAction = ["iam:PassRole", "sqs:*"], Resource = "*" }`, ``, "action: sqs:* on every resource; any role"},
		{every, ``, `{ Effect = "Allow", Action = ["lambda:UpdateFunctionCode", "s3:*"], Resource = "*" }`,
			"action: s3:* on every resource within the permissions boundary; escalation: lambda:UpdateFunctionCode"},
		{every, ``, `{ Effect = "Allow", Action = ["iam:PutRolePolicy", "sts:AssumeRole"], Resource = "*", ` + region + ` }`, "limited resource: sts:AssumeRole on every resource within the permissions boundary; limited escalation: iam:PutRolePolicy"},
	} {
		src := roleWith(test.policy) + "resource \"aws_iam_role_policy\" \"d\" {\nrole = aws_iam_role.r.id\npolicy = jsonencode({ Statement = [" + test.denied + "] })\n}\n"
		boundary := "aws_iam_policy.b.arn"
		if strings.HasPrefix(test.boundary, "arn:") {
			boundary = fmt.Sprintf("%q", test.boundary)
		}
		if test.boundary != "" {
			src = strings.Replace(src, `name = "r"`, `name = "r"`+"\npermissions_boundary = "+boundary, 1) +
				"resource \"aws_iam_policy\" \"b\" {\nname = \"b\"\npolicy = jsonencode({ Statement = [" + test.boundary + "] })\n}\n"
		}
		v := NewView(module(t, strings.Replace(src, "["+boundary[1:len(boundary)-1]+"]", "[]", 1)))
		var got []string
		for _, e := range v.Excesses() {
			got = append(got, strings.TrimSpace(e.says()+strings.TrimSuffix(" within "+e.Within, " within ")))
		}
		for _, p := range v.RolePasses() {
			says := "any role"
			if p.Limited {
				says = "limited " + says
			}
			got = append(got, says)
		}
		for _, e := range v.Escalations() {
			if e.Weight == Ordinary {
				continue
			}
			says := "escalation: " + enumerate(e.Actions)
			if e.Limited() {
				says = "limited " + says
			}
			got = append(got, says)
		}
		if got := strings.Join(got, "; "); got != test.want {
			t.Errorf("%s\n denied %s\n within %s:\n got %q\nwant %q", test.policy, test.denied, test.boundary, got, test.want)
		}
	}
}
