package image_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
)

// root knows nothing but what a reference is called: what it refers to is known after apply only.
type root struct{}

func (root) Resolve(t hcl.Traversal) (*eval.Value, int) {
	steps, kind := 2, eval.ResourceAttribute
	switch t.RootName() {
	case "data":
		steps, kind = 3, eval.DataSource
	case "var":
		kind = eval.Variable
	}
	steps = min(steps, len(t))
	place := eval.Place{Range: t.SourceRange()}
	return eval.NewUnknown(place, &eval.Cause{Kind: kind}, eval.Ref{Address: eval.TraversalText(t[:steps])}), steps
}

func (root) ReadFile(string) ([]byte, error) { return nil, errors.New("no files") }

// of is the image of an expression, or of a text without quotes.
func of(t testing.TB, text string) image.Image {
	t.Helper()
	if !strings.Contains(text, `"`) && !strings.HasPrefix(text, "aws_") && !strings.HasPrefix(text, "data.") && !strings.HasPrefix(text, "var.") {
		text = `"` + text + `"`
	}
	expr, diags := hclsyntax.ParseExpression([]byte(text), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s: %v", text, diags)
	}
	return new(image.Reader).Image(eval.NewScope(root{}, &eval.Meter{}).Eval(expr))
}

func one(t testing.TB, text string) image.Reference {
	t.Helper()
	i := of(t, text)
	if len(i) != 1 {
		t.Fatalf("%s is %d references", text, len(i))
	}
	return i[0]
}

const digest = "sha256:7cc4b5aefd1d0cadf8d97d4350462ba51c694ebca145b08d7d41b41acc8db5aa"

func TestTag(t *testing.T) {
	for text, want := range map[string]string{
		"nginx":                     "latest",
		"nginx:latest":              "latest",
		"nginx:1.27":                "1.27",
		"localhost:5000/nginx":      "latest",
		"localhost:5000/nginx:1":    "1",
		"example.com:8443/team/app": "latest",
		"nginx@" + digest:           "",
		"nginx:1.27@" + digest:      "",
		"${aws_ecr_repository.app.repository_url}":                     "latest",
		"aws_ecr_repository.app.repository_url":                        "latest",
		"aws_ecr_repository.app[0].repository_url":                     "latest",
		"data.aws_ecr_repository.a.repository_url":                     "latest",
		"data.aws_ecr_image.app.image_uri":                             "",
		"aws_ecr_repository.app.arn":                                   "",
		"${var.repository}:latest":                                     "latest",
		"${var.registry}/app":                                          "latest",
		"${var.registry}:5000/app":                                     "latest",
		"${var.registry}/app:${var.tag}":                               "",
		"nginx:${var.tag}":                                             "",
		"nginx:1.${var.minor}":                                         "",
		"nginx${var.suffix}":                                           "",
		"${var.image}":                                                 "",
		"var.image":                                                    "",
		"${var.repository}@${var.digest}":                              "",
		"${var.repository}@sha256:${var.digest}":                       "",
		"${var.repository}:v1@${var.digest}":                           "",
		"${var.repository_at}" + digest:                                "",
		`replace(aws_ecr_repository.app.repository_url, "x", var.tag)`: "",
		`somefunction(aws_ecr_repository.app.repository_url, var.tag)`: "",
		`format("%s:%s", aws_ecr_repository.app.repository_url, "v1")`: "v1",
		`join(":", [aws_ecr_repository.app.repository_url, var.tag])`:  "",
		"${aws_ecr_repository.app.repository_url}${var.suffix}":        "",
		// What nobody can pull says nothing.
		"":                   "",
		"nginx:":             "",
		"<account>/app":      "",
		"Nginx:1":            "",
		"nginx@sha256:short": "",
	} {
		if got := one(t, text).Tag(); got != want {
			t.Errorf("%s has the tag %q, not %q", text, got, want)
		}
	}
}

func TestDigest(t *testing.T) {
	for text, want := range map[string]string{
		"nginx":                                 "no",
		"nginx:1":                               "no",
		"nginx@" + digest:                       "yes",
		"nginx:1@" + digest:                     "yes",
		"${var.repository}@" + digest:           "yes",
		"${var.repository}@${var.digest}":       "yes",
		"data.aws_ecr_image.app.image_uri":      "yes",
		"${data.aws_ecr_image.app.image_uri}":   "yes",
		"${var.repository}:1":                   "no",
		"${var.repository}:${var.tag}":          "perhaps",
		"var.image":                             "perhaps",
		"aws_ecr_repository.app.repository_url": "no",
		"${var.repository_at}" + digest:         "yes",
		"nginx@sha256:short":                    "perhaps",
		"var.image ? var.a : var.b":             "perhaps",
	} {
		got := "perhaps"
		switch i := of(t, text); {
		case i.All(image.Reference.HasDigest):
			got = "yes"
		case i.All(image.Reference.LacksDigest):
			got = "no"
		}
		if got != want {
			t.Errorf("%s has a digest: %s, not %s", text, got, want)
		}
	}
}

func TestRegistry(t *testing.T) {
	for text, want := range map[string]string{
		"nginx":                         "docker.io library/nginx",
		"amazon/cloudwatch-agent:1":     "docker.io amazon/cloudwatch-agent",
		"docker.io/nginx":               "docker.io library/nginx",
		"index.docker.io/library/nginx": "docker.io library/nginx",
		"nginx:${var.tag}":              "docker.io library/nginx",
		"public.ecr.aws/nginx/nginx:1":  "public.ecr.aws nginx/nginx",
		"localhost/nginx":               "localhost nginx",
		"10.0.0.7:5000/app":             "10.0.0.7:5000 app",
		"[fd00::1]:5000/app":            "[fd00::1]:5000 app",
		"ghcr.io/${var.owner}/app:1":    "ghcr.io ",
		"${var.owner}/app:1":            " ",
		"team-${var.owner}/app:1":       " ",
		"${var.host}.example.com/app:1": " app",
		"${var.image}:1":                " ",
		"nginx${var.rest}":              " ",
		"http://registry.example.com/a": "registry.example.com a",
	} {
		r := one(t, text)
		if got := r.Registry() + " " + r.Path(); got != want {
			t.Errorf("%s is from %q, not %q", text, got, want)
		}
	}
}

func TestHost(t *testing.T) {
	for text, want := range map[string]string{
		"localhost:5000/app":                "5000 loopback",
		"127.0.0.1:5000/app":                "5000 loopback",
		"[::1]:5000/app":                    "5000 loopback",
		"[::1]/app":                         " loopback",
		"10.1.2.3/app":                      " private",
		"192.168.0.1:443/app":               "443 private",
		"203.0.113.7:80/app":                "80 ",
		"registry.example.com:5000/app":     "5000 ",
		"registry.example.com/app":          " ",
		"${var.host}:5000/app":              "5000 ",
		"registry.example.com:${var.p}/app": " ",
	} {
		r := one(t, text)
		got := r.Port() + " "
		if r.OnLoopback() {
			got += "loopback"
		}
		if r.OnPrivateAddress() {
			got += "private"
		}
		if got != want {
			t.Errorf("%s is at %q, not %q", text, got, want)
		}
	}
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		text, pattern, want string
	}{
		{"nginx", "docker.io", "yes"},
		{"nginx", "nginx", "yes"},
		{"nginx", "docker.io/library/*", "yes"},
		{"library/nginx", "nginx", "yes"},
		{"user/nginx", "nginx", "no"},
		{"amazon/cloudwatch-agent:latest", "amazon/cloudwatch-agent", "yes"},
		{"public.ecr.aws/xray/aws-xray-daemon:3", "public.ecr.aws/xray/*", "yes"},
		{"111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1", "*.dkr.ecr.*.amazonaws.com", "yes"},
		{"111122223333.dkr.ecr.eu-west-1.amazonaws.com.evil.example/app:1", "*.dkr.ecr.*.amazonaws.com", "no"},
		{"${var.account}.dkr.ecr.${var.region}.amazonaws.com/app:1", "*.dkr.ecr.*.amazonaws.com", "yes"},
		{"${var.account}.dkr.ecr.eu-west-1.amazonaws.com/app:1", "111122223333.dkr.ecr.*.amazonaws.com", "perhaps"},
		{"${var.account}.dkr.ecr.eu-west-1.amazonaws.com/app:1", "ghcr.io", "no"},
		{"${var.registry}/aws-for-fluent-bit:1", "*/aws-for-fluent-bit", "yes"},
		{"${var.registry}/app:1", "ghcr.io", "perhaps"},
		{"var.image", "ghcr.io", "perhaps"},
		{"ghcr.io/${var.owner}/app:1", "ghcr.io/example/*", "perhaps"},
		{"ghcr.io/${var.owner}/app:1", "ghcr.io/*", "yes"},
		{"ghcr.io/a/b/c", "ghcr.io/*/c", "yes"},
		{"quay.io/a", "", "no"},
	} {
		got := "no"
		if one(t, c.text).MayMatch([]string{c.pattern}) {
			got = "perhaps"
		}
		if one(t, c.text).Matches([]string{c.pattern}) {
			got = "yes"
		}
		if got != c.want {
			t.Errorf("%s matches %q: %s, not %s", c.text, c.pattern, got, c.want)
		}
	}
}

func TestCheckPatterns(t *testing.T) {
	for pattern, ok := range map[string]bool{
		"*.example.com": true, "localhost:5000": true, "ghcr.io/example/*": true, "localhost:5000/app": true, "amazon/cloudwatch-agent": true,
		"": false, "https://example.com": false, "ghcr.io/example/app:1": false, "nginx@sha256:0": false, "a b": false,
	} {
		if err := image.CheckPatterns([]string{pattern}); (err == nil) != ok {
			t.Errorf("the pattern %q: %v", pattern, err)
		}
	}
}

func TestString(t *testing.T) {
	for text, want := range map[string]string{
		"nginx:1": "nginx:1",
		"${aws_ecr_repository.app.repository_url}:1": "${aws_ecr_repository.app.repository_url}:1",
		"var.image": "${var.image}",
		"http://user:hunter2@registry.example.com/web": "http://…@registry.example.com/web",
		`lower(var.a == "" ? var.b : "${var.c}/x")`:    "${var.b}",
	} {
		if got := of(t, text)[0].String(); got != want {
			t.Errorf("%s is shown as %q, not %q", text, got, want)
		}
	}
}

func FuzzReference(f *testing.F) {
	for _, s := range []string{"nginx", "a/b:c", "x@" + digest, "h:1/p", "[::1]:5/x", "http://a/b", "0unknown0/x", "", ":", "@", "/", "\x00"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		unknown := eval.NewUnknown(eval.Place{}, nil)
		for _, values := range [][]*eval.Value{
			{eval.NewText(before+after, eval.Place{})},
			{eval.NewText(before, eval.Place{}), unknown, eval.NewText(after, eval.Place{})},
			{unknown, eval.NewText(after, eval.Place{}), unknown},
		} {
			for _, r := range new(image.Reader).Image(eval.Concat(values, eval.Place{})) {
				if r.HasDigest() && r.LacksDigest() {
					t.Errorf("%q both has and lacks a digest", r)
				}
				if r.Matches([]string{after}) && !r.MayMatch([]string{after}) {
					t.Errorf("%q certainly but not possibly matches %q", r, after)
				}
				_, _, _, _, _ = r.Tag(), r.Port(), r.OnLoopback(), r.OnPrivateAddress(), r.Registry()+r.Path()
			}
		}
	})
}
