package iam

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// written is a data source with a statement for each sid=action; "?" marks what is in a block that may not be there.
func written(name, arguments string, statements ...string) string {
	var b strings.Builder
	b.WriteString("data \"aws_iam_policy_document\" \"" + name + "\" {\n" + arguments + "\n")
	for _, s := range statements {
		sid, action, _ := strings.Cut(s, "=")
		block := "sid = \"" + sid + "\"\nactions = [\"" + action + "\"]\nresources = [\"*\"]\n"
		if rest, maybe := strings.CutPrefix(sid, "?"); maybe {
			block = strings.Replace(block, "\"?"+rest, "\""+rest, 1)
			b.WriteString("dynamic \"statement\" {\nfor_each = var.x\ncontent {\n" + block + "}\n}\n")
			continue
		}
		b.WriteString("statement {\n" + block + "}\n")
	}
	b.WriteString("}\n")
	return b.String()
}

// How documents are merged.
func TestMerge(t *testing.T) {
	a := written("a", "", "=a:1", "A=a:2", "B=a:3")
	b := written("b", "", "=b:1", "A=b:2")
	const json = "data.aws_iam_policy_document."
	for _, test := range []struct {
		name, src string
		want      []string // the statements of the document x, "sid=actions", with ? where they may not be there
	}{
		{"alone", written("x", "", "=x:1", "A=x:2"), []string{"=x:1", "A=x:2"}},
		{"dynamic", written("x", "", "A=x:1", "?B=x:2"), []string{"A=x:1", "?B=x:2"}},
		{"source", written("x", "source_policy_documents = ["+json+"a.json]", "=x:1", "A=x:2"), []string{"=a:1", "A=x:2", "B=a:3", "=x:1"}},
		{"minified", written("x", "source_policy_documents = ["+json+"a.minified_json]"), []string{"=a:1", "A=a:2", "B=a:3"}},
		{"sources", written("x", "source_policy_documents = ["+json+"a.json, "+json+"b.json]"), []string{"=a:1", "A=b:2", "B=a:3", "=b:1"}},
		{"override", written("x", "override_policy_documents = ["+json+"a.json]", "=x:1", "A=x:2", "C=x:3"),
			[]string{"=x:1", "A=a:2", "C=x:3", "=a:1", "B=a:3"}},
		{"overrides", written("x", "override_policy_documents = ["+json+"a.json, "+json+"b.json]", "A=x:2"), []string{"A=b:2", "=a:1", "B=a:3", "=b:1"}},
		{"legacy", written("x", "source_json = "+json+"a.json\noverride_json = "+json+"b.json", "A=x:2"), []string{"=a:1", "A=b:2", "B=a:3", "=b:1"}},
		{"chain", written("x", "source_policy_documents = ["+json+"y.json]", "B=x:1") + written("y", "source_policy_documents = ["+json+"b.json]", "B=y:1"),
			[]string{"=b:1", "A=b:2", "B=x:1"}},
		{"inline", written("x", `source_policy_documents = [jsonencode({ Statement = { Sid = "J", Effect = "Allow", Action = "j:1" } }), null]`, "A=x:1"), []string{"J=j:1", "A=x:1"}},
		{"unknown source", written("x", "source_policy_documents = [var.x]", "=x:1", "A=x:2"), []string{"=x:1", "A=x:2", "…"}},
		{"unknown sources", written("x", "source_policy_documents = var.x", "=x:1", "A=x:2"), []string{"=x:1", "A=x:2", "…"}},
		{"unknown override", written("x", "override_policy_documents = [var.x]", "=x:1", "A=x:2"), []string{"=x:1", "unknown", "…"}},
		{"unknown override before known", written("x", "override_policy_documents = [var.x, "+json+"b.json]", "=x:1", "B=x:2"), []string{"=x:1", "unknown", "=b:1", "A=b:2", "…"}},
		{"override that may not be there", written("x", "override_policy_documents = var.x ? ["+json+"b.json] : []", "A=x:1"), []string{"A=b:2|x:1", "?=b:1"}},
		{"source that may not be there", written("x", "source_policy_documents = compact([var.x ? "+json+"b.json : \"\"])", "A=x:1"), []string{"?=b:1", "A=x:1"}},
		{"unknown names", written("x", "", "${var.x}A=x:1", "${var.x}B=x:2", "C=x:3"), []string{"=x:1", "=x:2", "C=x:3"}},
		{"unknown name after a source", written("x", "source_policy_documents = ["+json+"a.json]", "${var.x}A=x:1"), []string{"=a:1", "?A=a:2", "?B=a:3", "=x:1"}},
		{"unknown name before an override", written("x", "override_policy_documents = ["+json+"b.json]", "${var.x}A=x:1"), []string{"?=x:1", "=b:1", "A=b:2"}},
		{"holds itself", written("x", "source_policy_documents = ["+json+"x.json]", "A=x:1"), []string{"A=x:1", "…"}},
		{"empty", written("x", ""), nil},
	} {
		m := module(t, a+b+test.src+"variable \"x\" {}\nresource \"aws_iam_policy\" \"p\" {\npolicy = data.aws_iam_policy_document.x.json\n}\n")
		list := NewDocument(m, "x", m.Resources("aws_iam_policy")[0].Get("policy")).value.GetFold("Statement")
		var got []string
		for _, v := range list.Items() {
			if v.Unknown() {
				got = append(got, "unknown")
				continue
			}
			sid, _ := v.GetFold("Sid").Text()
			var actions []string
			for _, alternative := range v.Alternatives() {
				action, _ := alternative.GetFold("Action").CertainItems()[0].Text()
				actions = append([]string{action}, actions...)
			}
			mark := ""
			if v.Maybe() {
				mark = "?"
			}
			got = append(got, mark+sid+"="+strings.Join(actions, "|"))
		}
		dynamic := test.name == "dynamic"
		if list.Open() != dynamic && list.Open() {
			got = append(got, "…")
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// What the provider makes of blocks.
func TestRender(t *testing.T) {
	m := module(t, `
resource "aws_s3_bucket" "b" {}
resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.x.json
}
data "aws_iam_policy_document" "x" {
  statement {
    sid           = "A"
    effect        = "Deny"
    not_actions   = ["s3:Get*"]
    not_resources = ["arn:aws:s3:::bucket/&{aws:username}/*", "${aws_s3_bucket.b.arn}/&{aws:username}"]
    principals {
      type        = "AWS"
      identifiers = ["1", "2"]
    }
    principals {
      type        = "AWS"
      identifiers = ["3"]
    }
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-1"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpc"
      values   = ["v-1", "v-2"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}
data "aws_iam_policy_document" "known" {
  version = "2008-10-17"
  statement {
    actions   = ["a:b"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "known" {
  policy = data.aws_iam_policy_document.known.json
}
`)
	s := NewDocument(m, "x", m.Find("aws_iam_policy.p").Instances()[0].Get("policy")).Statements()[0]
	for element, want := range map[string]string{
		"Sid":       `"A"`,
		"Effect":    `"Deny"`,
		"NotAction": `["s3:Get*"]`,
		"Principal": `{"AWS":["1","2","3"],"Service":["ecs-tasks.amazonaws.com"]}`,
		"Condition": `{"Bool":{"aws:SecureTransport":["true"]},"StringEquals":{"aws:PrincipalOrgID":["o-1"],"aws:SourceVpc":["v-1","v-2"]}}`,
	} {
		if got := encode(s.value.Get(element)); got != want {
			t.Errorf("%s is %s, want %s", element, got, want)
		}
	}
	var resources []string
	for _, v := range s.NotResources().Items() {
		resources = append(resources, shown(v))
	}
	want := []string{"arn:aws:s3:::bucket/${aws:username}/*", "${aws_s3_bucket.b.arn}/${aws:username}"}
	if diff := cmp.Diff(want, resources); diff != "" {
		t.Errorf("resources (-want +got):\n%s", diff)
	}
	known, _ := m.Find("aws_iam_policy.known").Instances()[0].Get("policy").Text()
	if want := `{"Statement":[{"Action":["a:b"],"Effect":"Allow","Resource":["*"]}],"Version":"2008-10-17"}`; known != want {
		t.Errorf("json is %s, want %s", known, want)
	}
	if line := s.NotActions().Items()[0].Place().Range.Start.Line; line != 10 {
		t.Errorf("the action is at line %d", line)
	}
}
