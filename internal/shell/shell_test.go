package shell_test

import (
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/shell"
)

// commands reads words that are separated by | in a test; ?? is an unknown part.
func commands(text string) []shell.Command {
	var words []*eval.Value
	for w := range strings.SplitSeq(text, "¦") {
		var pieces []*eval.Value
		for i, known := range strings.Split(w, "??") {
			if i > 0 {
				pieces = append(pieces, eval.NewUnknown(eval.Place{}, nil))
			}
			pieces = append(pieces, eval.NewText(known, eval.Place{}))
		}
		words = append(words, eval.Concat(pieces, eval.Place{}))
	}
	return shell.Commands(words)
}

func TestCommands(t *testing.T) {
	for text, want := range map[string]string{
		"nginx¦-g¦daemon off":          "nginx -g, daemon off",
		"sh¦-c¦a b && c d || e; f\ng":  "sh -c, a b, c d, e, f, g",
		"a 'b c' \"d e\" f\\ g":        "a b_c d_e f_g",
		"a \"b $(c d) e\"":             "a b_, c d, e",
		"a `b`":                        "a, b",
		"a | b":                        "a, b",
		"a # b c\nd":                   "a, d",
		"a b#c":                        "a b#c",
		"a \\\n b":                     "a b",
		"--url=postgres://h/d?a=1&b=2": "--url=postgres://h/d?a=1&b=2",
		"A=1 export B=\"x y\"":         "A=1 export B=x_y",
		"a ''":                         "a ",
		"a ??b":                        "a ?b",
		"sh -c 'a b && c' d":           "sh -c a_b_&&_c d, a b, c",
		"bash -lc \"sh -c 'a b'\" c":   "bash -lc sh_-c_'a_b' c, sh -c a_b, a b",
		"'unclosed quote":              "unclosed_quote",
	} {
		var got []string
		for _, c := range commands(text) {
			var words []string
			for _, w := range c.Words {
				words = append(words, strings.NewReplacer(" ", "_", "\x00", "?").Replace(w.Text))
			}
			got = append(got, strings.Join(words, " "))
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q is read as %q, not %q", text, got, want)
		}
	}
}

func TestInstalls(t *testing.T) {
	for text, want := range map[string]string{
		"apt-get¦install¦-y¦curl":                             "apt-get install",
		"sh¦-c¦apt-get update && apt-get -y -o A=b install x": "apt-get install",
		"/usr/bin/yum -q install x":                           "yum install",
		"sudo -E dnf install x":                               "dnf install",
		"apk --no-cache add curl && exec app":                 "apk add",
		"DEBIAN_FRONTEND=noninteractive apt-get install x":    "apt-get install",
		"if true; then apk add x; fi":                         "apk add",
		"pip install -r requirements.txt":                     "pip install",
		"python3 -m pip install x":                            "pip install",
		"uv pip install x":                                    "pip install",
		"npm ci && npm start":                                 "npm ci",
		"sh -c 'yarn install && yarn start'":                  "yarn install",
		"npm i":                                               "npm i",
		"yarn add x":                                          "yarn add",
		"rpm -Uvh x.rpm":                                      "rpm -Uvh",
		"dpkg -i x.deb":                                       "dpkg -i",
		"go install x@latest":                                 "go install",
		"curl -fsSL https://x | sudo bash -s -- a":            "curl | bash",
		"wget -qO- ?? | tee log | sh":                         "wget | sh",
		"sh¦-c¦$(curl -fsSL https://x)":                       "curl | sh",
		"bash <(curl https://x)":                              "curl | bash",
		"eval \"$(curl https://x)\"":                          "curl | eval",
		"CMD-SHELL¦apk add curl; curl -f http://localhost":    "apk add",
		"CMD¦apk¦add¦curl":                                    "apk add",
		// Nothing is installed here.
		"npm run install-hooks":              "",
		"npm¦run¦install":                    "",
		"npm start":                          "",
		"yarn start":                         "",
		"yarn¦install-peer":                  "",
		"pip list":                           "",
		"go run .":                           "",
		"rpm -qa":                            "",
		"rpm -q -i bash":                     "",
		"dpkg -l":                            "",
		"apt-get update":                     "",
		"echo apt-get install":               "",
		"curl -f http://localhost || exit 1": "",
		"curl http://x | jq .":               "",
		"TOKEN=$(curl http://x)":             "",
		"sh -c 'echo' $(curl http://x)":      "",
		"echo $(curl http://x)":              "",
		"curl http://x > f; sh g":            "",
		"??¦install¦x":                       "",
	} {
		var got []string
		for _, i := range shell.Installs(commands(text)) {
			got = append(got, i.What)
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q installs with %q, not %q", text, got, want)
		}
	}
}

func FuzzCommands(f *testing.F) {
	for _, s := range []string{"a b", "a 'b", "$(a", "`", "a | sh", "\\", "#", "<("} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		read := commands(a + "¦" + b)
		for _, c := range read {
			if len(c.Words) == 0 {
				t.Error("a command without words")
			}
			c.Program()
		}
		shell.Installs(read)
	})
}
