package iam

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Which statements are granted.
func TestGranted(t *testing.T) {
	const (
		d        = "data \"aws_iam_policy_document\" \"d\" {\nstatement {\nactions = [\"*\"]\nresources = [\"*\"]\n}\n}\n"
		named    = "data.aws_iam_policy_document.d"
		json     = "data.aws_iam_policy_document.d.json"
		inline   = `jsonencode({ Statement = { Sid = "S", Effect = "Allow", Action = "*", Resource = "*" } })`
		sentence = `statement "S" of `
	)
	resource := func(typ, argument string) string {
		return "resource \"" + typ + "\" \"r\" {\n" + argument + "\n}\n"
	}
	for name, test := range map[string]struct {
		src  string
		want []string
	}{
		"policy":             {resource("aws_iam_policy", "policy = "+inline), []string{sentence + "aws_iam_policy.r"}},
		"role policy":        {resource("aws_iam_role_policy", "policy = "+inline), []string{sentence + "aws_iam_role_policy.r"}},
		"user policy":        {resource("aws_iam_user_policy", "policy = "+inline), []string{sentence + "aws_iam_user_policy.r"}},
		"group policy":       {resource("aws_iam_group_policy", "policy = "+inline), []string{sentence + "aws_iam_group_policy.r"}},
		"permission set":     {resource("aws_ssoadmin_permission_set_inline_policy", "inline_policy = "+inline), []string{sentence + "aws_ssoadmin_permission_set_inline_policy.r"}},
		"inline policy":      {resource("aws_iam_role", "inline_policy {\nname = \"n\"\npolicy = "+inline+"\n}"), []string{sentence + `inline policy "n" of aws_iam_role.r`}},
		"empty inline":       {resource("aws_iam_role", "inline_policy {}"), nil},
		"trust":              {resource("aws_iam_role", "assume_role_policy = "+inline), nil},
		"organization":       {resource("aws_organizations_policy", "content = "+inline), nil},
		"no policy":          {resource("aws_iam_policy", "policy = null"), nil},
		"no instance":        {resource("aws_iam_policy", "count = 0\npolicy = "+inline), nil},
		"either of two":      {resource("aws_iam_policy", "policy = var.x ? "+inline+" : jsonencode({ Statement = [] })"), []string{sentence + "aws_iam_policy.r"}},
		"default of unknown": {resource("aws_iam_policy", "policy = coalesce(var.x, "+inline+")"), []string{sentence + "aws_iam_policy.r"}},
		"second of two": {resource("aws_iam_policy", `policy = jsonencode({ Statement = [{ Effect = "Deny" }, { Effect = "Allow" }] })`),
			[]string{"statement 1 of aws_iam_policy.r", "statement 2 of aws_iam_policy.r"}},
		"with principals": {resource("aws_iam_policy", `policy = jsonencode({ Statement = { Effect = "Allow", Principal = "*" } })`), nil},

		"document of a policy":           {d + resource("aws_iam_policy", "policy = "+json), []string{named, named}},
		"document of nothing":            {d, nil},
		"document of an output":          {d + "output \"o\" {\nvalue = " + json + "\n}", []string{named}},
		"document of a module":           {d + "module \"m\" {\nsource = \"./m\"\npolicies = { a = " + json + " }\n}", []string{named}},
		"document of a local of nothing": {d + "locals {\nl = " + json + "\n}", nil},
		"document of a local":            {d + "locals {\nl = " + json + "\n}\noutput \"o\" {\nvalue = local.l\n}", []string{named}},
		"document of any resource":       {d + resource("local_file", "content = "+json), []string{named}},
		"document of a trust policy":     {d + resource("aws_iam_role", "assume_role_policy = "+json), []string{named}},
		"document of an organization":    {d + resource("aws_organizations_policy", "content = "+json), nil},
		"document of a session":          {d + resource("aws_eks_pod_identity_association", "policy = "+json), nil},
		"document of an endpoint":        {d + resource("aws_vpc_endpoint", "policy = "+json), nil},
		"document of no instance":        {d + resource("aws_iam_policy", "count = 0\npolicy = "+json), nil},
		"only depended upon":             {d + resource("aws_s3_bucket", "depends_on = [data.aws_iam_policy_document.d]"), nil},
		"only counted":                   {d + resource("aws_s3_bucket", "count = length("+json+")"), nil},
		"document of a document": {d + "data \"aws_iam_policy_document\" \"e\" {\nsource_policy_documents = [" + json + "]\n}\n" +
			"output \"o\" {\nvalue = data.aws_iam_policy_document.e.json\n}", []string{named}},
		"document of a document of nothing": {d + "data \"aws_iam_policy_document\" \"e\" {\nsource_policy_documents = [" + json + "]\n}\n", nil},
		"module for boundaries":             {d + "module \"m\" {\nsource = \"./m\"\npermissions_boundary_policy = " + json + "\n}", nil},
		"module for an organization":        {d + "module \"scp\" {\nsource = \"./m\"\npolicy = " + json + "\n}", nil},
		"output for boundaries":             {d + "output \"boundary\" {\nvalue = " + json + "\n}", nil},

		"boundary": {resource("aws_iam_policy", "policy = "+inline) + "resource \"aws_iam_role\" \"b\" {\npermissions_boundary = aws_iam_policy.r.arn\n}", nil},
		"boundary and attached": {resource("aws_iam_policy", "policy = "+inline) + "resource \"aws_iam_role\" \"b\" {\npermissions_boundary = aws_iam_policy.r.arn\n}\n" +
			"resource \"aws_iam_role_policy_attachment\" \"b\" {\npolicy_arn = aws_iam_policy.r.arn\n}", []string{sentence + "aws_iam_policy.r"}},
		"boundary by ARN":         {resource("aws_iam_policy", "name = \"limits\"\npolicy = "+inline) + "resource \"aws_iam_role\" \"b\" {\npermissions_boundary = \"arn:aws:iam::${var.x}:policy/limits\"\n}\nvariable \"x\" {}\n", nil},
		"boundary by another ARN": {resource("aws_iam_policy", "name = \"limits\"\npolicy = "+inline) + "resource \"aws_iam_role\" \"b\" {\npermissions_boundary = \"arn:aws:iam::aws:policy/limits\"\n}\n", []string{sentence + "aws_iam_policy.r"}},
		"boundary of a permission set": {resource("aws_iam_policy", "policy = "+inline) + "resource \"aws_ssoadmin_permissions_boundary_attachment\" \"b\" {\n" +
			"permissions_boundary {\ncustomer_managed_policy_reference {\nname = aws_iam_policy.r.name\n}\n}\n}", nil},
		"boundary of a permission set by its name": {resource("aws_iam_policy", "name = \"limits\"\npolicy = "+inline) + "resource \"aws_ssoadmin_permission_set\" \"s\" {}\n" +
			"resource \"aws_ssoadmin_permissions_boundary_attachment\" \"b\" {\npermission_set_arn = aws_ssoadmin_permission_set.s.arn\npermissions_boundary {\ncustomer_managed_policy_reference {\nname = \"limits\"\n}\n}\n}", nil},
		"boundary and attached by ARN": {resource("aws_iam_policy", "name = \"limits\"\npolicy = "+inline) + "resource \"aws_iam_role\" \"b\" {\npermissions_boundary = aws_iam_policy.r.arn\n}\n" +
			"resource \"aws_iam_role_policy_attachment\" \"b\" {\nrole = \"ci\"\npolicy_arn = \"arn:aws:iam::123456789012:policy/limits\"\n}", []string{sentence + "aws_iam_policy.r"}},
		"one of two is a boundary": {resource("aws_iam_policy", "for_each = toset([\"a\", \"b\"])\npolicy = "+inline) + "resource \"aws_iam_role\" \"b\" {\npermissions_boundary = aws_iam_policy.r[\"a\"].arn\n}\n" +
			"resource \"aws_iam_role_policy_attachment\" \"b\" {\nrole = aws_iam_role.b.name\npolicy_arn = aws_iam_policy.r[\"b\"].arn\n}", []string{sentence + "aws_iam_policy.r"}},
		"called a boundary": {resource("aws_iam_policy", "name = \"DeveloperBoundary\"\npolicy = "+inline), nil},
		"called a boundary and attached": {resource("aws_iam_policy", "name = \"DeveloperBoundary\"\npolicy = "+inline) +
			"resource \"aws_iam_role_policy_attachment\" \"b\" {\npolicy_arn = aws_iam_policy.r.arn\n}", []string{sentence + "aws_iam_policy.r"}},
		"document of a boundary": {d + resource("aws_iam_policy", "policy = "+json) + "resource \"aws_iam_role\" \"b\" {\npermissions_boundary = aws_iam_policy.r.arn\n}", nil},
		"boundary of a module":   {resource("aws_iam_policy", "policy = "+inline) + "module \"m\" {\nsource = \"./m\"\npermissions_boundary_arn = aws_iam_policy.r.arn\n}", nil},
	} {
		var got []string
		for _, s := range NewView(module(t, test.src)).Granted() {
			got = append(got, s.Label())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
