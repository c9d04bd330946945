package iam

import (
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Whatever people write as a policy, it is judged without a fault.
func FuzzDocument(f *testing.F) {
	for _, s := range []string{
		`{"Statement":[{"Sid":"A","Effect":"Allow","Action":["ecs:*","?*:*"],"Resource":["*","arn:aws:s3:::*"]}]}`,
		`{"Statement":{"Effect":"Allow","NotAction":"iam:*","NotResource":["arn:aws:iam::1:role/x"]}}`,
		`{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:PrincipalOrgID":["o-1"]},"Null":{"aws:ResourceTag/a":"false"}}}]}`,
		`{"Statement":[{"Effect":"Deny","NotPrincipal":{"AWS":"1"},"Action":"*"},{"Effect":"Allow","Principal":"*","Action":"ecr:*"}]}`,
		`{"statement":[{"effect":"Allow","action":[null,1,true,{}],"resource":[[],"arn:aws:iam::*:role/*","arn:"]}]}`,
		`{"Statement":[{"Effect":"Allow","Action":"*:","Resource":"arn:aws:::::","Condition":{"":{"":""},"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}}]}`,
		`{"Statement":[{"Effect":"Allow","Action":"sts:*","Principal":{"Federated":["arn:aws:iam::1:oidc-provider/gitlab.com"],"AWS":"123456789012","Service":"ecs-tasks.amazonaws.com"},"Condition":{"StringLike":{"gitlab.com:sub":["repo:*","system:serviceaccount:*:x","*@"]}}}]}`,
		`{"Statement":[{"Effect":"Allow","Principal":{"AWS":["123456789012","arn:aws:iam::1:root"],"Service":"a"},"Action":"ecr:*"},{"Effect":"Deny","NotAction":"*","Principal":"*"}]}`,
		`{"Statement":[{"Effect":"Allow","Action":[":","*:*:*","s3:**","s3:p**","a","ecs:?"],"NotResource":[]}]}`,
	} {
		f.Add(s)
	}
	m := module(f, "")
	f.Fuzz(func(t *testing.T, policy string) {
		d := NewDocument(m, "x", eval.NewText(policy, eval.Place{}))
		for _, s := range d.Statements() {
			_ = s.Label()
			_ = s.Everywhere("s3")
			if e := s.Excess(); e != nil && (e.At == nil || e.Granted() == "" || e.On() == "") {
				t.Errorf("%s: a finding with nothing to say: %+v", policy, e)
			}
		}
		for _, s := range d.Open() {
			s.Covers("sts:AssumeRole")
		}
		v := NewView(m)
		v.trusts = []Trust{{"x", d.trusted(), Owner{}}}
		for _, s := range append(v.BroadSubjects(), v.WithoutAudience()...) {
			if s.At == nil || s.Issuer.Who() == "" || s.Issuer.Key("sub") == "" {
				t.Errorf("%s: a finding with nothing to say: %+v", policy, s)
			}
		}
		v.Deputies()
		v.TrustedAccounts()
		_ = d.MayLimit()
		for _, g := range d.Grants() {
			g.Permits("ecr:PutImage")
			if g.Who() == "" {
				t.Errorf("%s: a grant to nobody: %+v", policy, g)
			}
			for _, one := range g.Grantees {
				_ = Owner{}.Whose(one)
			}
		}
		for key, v := range Render(eval.NewObject([]eval.Member{
			{Key: "source_policy_documents", Value: eval.NewText(policy, eval.Place{})},
			{Key: "override_json", Value: eval.NewText(policy, eval.Place{})},
			{Key: "statement", Value: d.value},
		}, false, eval.Place{})) {
			NewDocument(m, key, v).Statements()
		}
	})
}
