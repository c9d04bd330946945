package endpoint_test

import (
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/endpoint"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
)

// found is which endpoints of a module are open, and why.
func found(t *testing.T, src string) string {
	t.Helper()
	m, err := fixture.Module(src + "\nvariable \"x\" {}\nvariable \"region\" {}\ndata \"aws_region\" \"current\" {}\n")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, o := range endpoint.OpenEndpoints(m) {
		why := "open"
		if o.ByDefault {
			why = "default"
		}
		out = append(out, strings.Join(o.Services, "+")+" "+why)
	}
	return strings.Join(out, ", ")
}

// Which service an endpoint leads to, by its name. Without a policy those that are known are open.
func TestServices(t *testing.T) {
	for name, want := range map[string]string{
		`"com.amazonaws.eu-west-1.ecr.api"`:                          "ecr.api",
		`"com.amazonaws.eu-west-1.ecr.dkr"`:                          "ecr.dkr",
		`"com.amazonaws.eu-west-1.ecs"`:                              "ecs",
		`"com.amazonaws.eu-west-1.s3"`:                               "s3",
		`"com.amazonaws.eu-west-1.secretsmanager"`:                   "secretsmanager",
		`"com.amazonaws.eu-west-1.ssm"`:                              "ssm",
		`"com.amazonaws.eu-west-1.logs"`:                             "logs",
		`"cn.com.amazonaws.cn-north-1.ecr.api"`:                      "ecr.api",
		`"com.amazonaws.us-gov-west-1.ssm-fips"`:                     "ssm",
		`"com.amazonaws.${var.region}.ecr.api"`:                      "ecr.api",
		`"com.amazonaws.${data.aws_region.current.name}.s3"`:         "s3",
		`"${var.x}.logs"`:                                            "logs",
		`format("com.amazonaws.%s.%s", var.region, "ecs")`:           "ecs",
		`join(".", ["com.amazonaws", var.region, "ecr.dkr"])`:        "ecr.dkr",
		`var.x ? "com.amazonaws.a.s3" : "com.amazonaws.b.s3"`:        "s3",
		`data.aws_vpc_endpoint_service.s3.service_name`:              "s3",
		`data.aws_vpc_endpoint_service.named.service_name`:           "ecr.api",
		`data.aws_vpc_endpoint_service.each["ecr.dkr"].service_name`: "ecr.dkr",

		`"com.amazonaws.eu-west-1.dynamodb"`:                        "",
		`"com.amazonaws.eu-west-1.ecs-agent"`:                       "",
		`"com.amazonaws.eu-west-1.ssmmessages"`:                     "",
		`"com.amazonaws.eu-west-1.ec2messages"`:                     "",
		`"com.amazonaws.eu-west-1.sagemaker.api"`:                   "",
		`"com.amazonaws.eu-west-1.s3tables"`:                        "",
		`"com.amazonaws.s3-global.accesspoint"`:                     "",
		`"com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0"`: "",
		`"com.amazonaws.${var.region}.${var.x}"`:                    "",
		`"com.amazonaws.${var.region}.${var.x}s3"`:                  "",
		`var.x`: "",
		`var.x ? "com.amazonaws.a.s3" : "com.amazonaws.b.dynamodb"`: "",
		`data.aws_vpc_endpoint_service.unknown.service_name`:        "",
		`data.aws_vpc_endpoint_service.filtered.service_name`:       "",
		`null`: "",
	} {
		got := found(t, `
data "aws_vpc_endpoint_service" "s3" { service = "s3" }
data "aws_vpc_endpoint_service" "named" { service_name = "com.amazonaws.${var.region}.ecr.api" }
data "aws_vpc_endpoint_service" "each" {
  for_each = toset(["ecr.api", "ecr.dkr"])
  service  = each.key
}
data "aws_vpc_endpoint_service" "unknown" { service = var.x }
data "aws_vpc_endpoint_service" "filtered" {
  filter {
    name   = "service-name"
    values = ["*.s3"]
  }
}
resource "aws_vpc_endpoint" "x" { service_name = `+name+` }`)
		if want != "" {
			want += " default"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Which policies of an endpoint of S3 let everything through.
func TestOpenPolicies(t *testing.T) {
	const all = `{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }`
	for policy, want := range map[string]string{
		`null`: "s3 default",
		`jsonencode({ Statement = [` + all + `] })`: "s3 open",
		`jsonencode({ Statement = ` + all + ` })`:   "s3 open",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "*", Resource = "*" }] })`:                 "s3 open",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = ["s3:*"], Resource = ["*"] }] })`:                    "s3 open",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "S3:*", Resource = "arn:aws:s3:::*" }] })`:           "s3 open",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = [var.x, "*"], Resource = [var.x, "*"] }] })`:         "s3 open",
		`jsonencode({ Statement = [` + all + `, { Effect = "Allow", Principal = var.x, Action = "s3:GetObject", Resource = "*" }] })`: "s3 open",
		`jsonencode({ Statement = [` + all + `, { Effect = "Deny", Principal = "*", Action = "s3:DeleteBucket", Resource = "*" }] })`: "s3 open",
		`jsonencode({ Statement = [merge(` + all + `, { Condition = { Bool = { "aws:SecureTransport" = "true" } } })] })`:             "s3 open",
		`jsonencode({ Statement = [merge(` + all + `, { Condition = {} })] })`:                                                        "s3 open",

		// Something is named: who, what, or on what.
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "*", Resource = "*" }] })`:           "",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = ["s3:Get*", "s3:Put*"], Resource = "*" }] })`:             "",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "dynamodb:*", Resource = "*" }] })`:                       "",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "arn:aws:s3:::app/*" }] })`:               "",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "*", NotResource = "arn:aws:s3:::app/*" }] })`:            "",
		`jsonencode({ Statement = [{ Effect = "Allow", NotPrincipal = { AWS = "123456789012" }, Action = "*", Resource = "*" }] })`:        "",
		`jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", NotAction = "s3:Put*", Resource = "*" }] })`:                       "",
		`jsonencode({ Statement = [merge(` + all + `, { Condition = { StringEquals = { "aws:PrincipalAccount" = "123456789012" } } })] })`: "",
		`jsonencode({ Statement = [merge(` + all + `, { Condition = { StringEquals = { "aws:PrincipalOrgID" = var.x } } })] })`:            "",
		`jsonencode({ Statement = [merge(` + all + `, { Condition = { StringEquals = { "aws:ResourceAccount" = "123456789012" } } })] })`:  "",
		`jsonencode({ Statement = [merge(` + all + `, { Condition = { StringEquals = { "aws:ResourceOrgID" = "o-1" } } })] })`:             "",

		// A Deny keeps something out, or may.
		`jsonencode({ Statement = [` + all + `, { Effect = "Deny", Principal = "*", Action = "*", Resource = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } } }] })`: "",
		`jsonencode({ Statement = [` + all + `, { Effect = "Deny", Principal = "*", Action = "s3:*", NotResource = "arn:aws:s3:::app/*" }] })`:                                              "",
		`jsonencode({ Statement = [` + all + `, { Effect = "Deny", NotPrincipal = { AWS = "123456789012" }, Action = "*", Resource = "*" }] })`:                                             "",
		`jsonencode({ Statement = [` + all + `, { Effect = "Deny", Principal = "*", Action = "*", Resource = "*" }] })`:                                                                     "",
		`jsonencode({ Statement = [` + all + `, var.x] })`:                                                                                    "",
		`jsonencode({ Statement = concat([` + all + `], var.x) })`:                                                                            "",
		`jsonencode({ Statement = [` + all + `, merge(` + all + `, { Effect = var.x, Resource = "arn:aws:s3:::app", Condition = var.x })] })`: "",

		// What is not known.
		`var.x`:                             "",
		`jsonencode({ Statement = var.x })`: "",
		`jsonencode({ Statement = [merge(` + all + `, { Principal = var.x })] })`:                              "",
		`jsonencode({ Statement = [merge(` + all + `, { Action = var.x })] })`:                                 "",
		`jsonencode({ Statement = [merge(` + all + `, { Resource = var.x })] })`:                               "",
		`jsonencode({ Statement = [merge(` + all + `, { Condition = var.x })] })`:                              "",
		`var.x ? null : jsonencode({ Statement = [merge(` + all + `, { Resource = "arn:aws:s3:::app/*" })] })`: "",
	} {
		got := found(t, `resource "aws_vpc_endpoint" "x" {
  service_name = "com.amazonaws.eu-west-1.s3"
  policy       = `+policy+`
}`)
		if got != want {
			t.Errorf("%s: %q, want %q", policy, got, want)
		}
		// The same as a resource of its own.
		got = found(t, `resource "aws_vpc_endpoint" "x" {
  service_name = "com.amazonaws.eu-west-1.s3"
}
resource "aws_vpc_endpoint_policy" "x" {
  vpc_endpoint_id = aws_vpc_endpoint.x.id
  policy          = `+policy+`
}`)
		if got != want {
			t.Errorf("aws_vpc_endpoint_policy, %s: %q, want %q", policy, got, want)
		}
	}
}

// Which endpoints have a policy of their own.
func TestOwnPolicies(t *testing.T) {
	const endpoints = `
resource "aws_vpc_endpoint" "one" { service_name = "com.amazonaws.eu-west-1.s3" }
resource "aws_vpc_endpoint" "each" {
  for_each     = toset(["ecr.api", "ecr.dkr"])
  service_name = "com.amazonaws.eu-west-1.${each.key}"
}
resource "aws_vpc_endpoint" "counted" {
  count        = var.x
  service_name = "com.amazonaws.eu-west-1.logs"
}
data "aws_vpc_endpoint" "found" { service_name = "com.amazonaws.eu-west-1.ssm" }
`
	policy := func(arguments string) string {
		return "resource \"aws_vpc_endpoint_policy\" \"x\" {\n  policy = jsonencode({ Statement = [] })\n  " + arguments + "\n}"
	}
	for src, want := range map[string]string{
		``: "s3 default, ecr.api+ecr.dkr default, logs default",
		policy(`vpc_endpoint_id = aws_vpc_endpoint.one.id`):                                                    "ecr.api+ecr.dkr default, logs default",
		policy(`vpc_endpoint_id = aws_vpc_endpoint.each["ecr.api"].id`):                                        "s3 default, ecr.dkr default, logs default",
		policy("for_each = aws_vpc_endpoint.each\n  vpc_endpoint_id = each.value.id"):                          "s3 default, logs default",
		policy("for_each = { for k, e in aws_vpc_endpoint.each : k => e.id }\n  vpc_endpoint_id = each.value"): "s3 default, logs default",
		policy("for_each = aws_vpc_endpoint.each\n  vpc_endpoint_id = aws_vpc_endpoint.each[each.key].id"):     "s3 default, logs default",
		policy(`vpc_endpoint_id = aws_vpc_endpoint.counted[0].id`):                                             "s3 default, ecr.api+ecr.dkr default",
		policy(`vpc_endpoint_id = data.aws_vpc_endpoint.found.id`):                                             "s3 default, ecr.api+ecr.dkr default, logs default",
		policy(`vpc_endpoint_id = "vpce-0123456789abcdef0"`):                                                   "s3 default, ecr.api+ecr.dkr default, logs default",
		policy(`vpc_endpoint_id = module.vpc.endpoint_id`):                                                     "s3 default, ecr.api+ecr.dkr default, logs default",
		policy(`vpc_endpoint_id = var.x`):                                                                      "", // it may be for any
		`module "policy" {
  source   = "example.com/endpoint-policy/aws"
  endpoint = aws_vpc_endpoint.one.id
}`: "ecr.api+ecr.dkr default, logs default",
		policy(`vpc_endpoint_id = aws_vpc_endpoint.another.id`) + `
resource "aws_vpc_endpoint" "another" { service_name = "com.amazonaws.eu-west-1.s3" }`: "s3 default, ecr.api+ecr.dkr default, logs default",
		`resource "aws_vpc_endpoint_policy" "x" { vpc_endpoint_id = data.aws_vpc_endpoint.found.id }`: "s3 default, ecr.api+ecr.dkr default, logs default, ssm default",
		`resource "aws_vpc_endpoint_policy" "x" { vpc_endpoint_id = aws_vpc_endpoint.one.id }`:        "ecr.api+ecr.dkr default, logs default, s3 default",
	} {
		if got := found(t, endpoints+src); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}
