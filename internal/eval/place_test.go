package eval

import (
	"testing"
)

func TestHome(t *testing.T) {
	for address, want := range map[string]string{
		"aws_x.y":                         "aws_x.y",
		"module.x":                        "module.x",
		"caller.var.x":                    "var.x, foreign",
		"module.x.aws_x.y":                "aws_x.y, foreign",
		`module.x["a.b"].data.aws_x.y`:    "data.aws_x.y, foreign",
		"caller.module.x[0].module.y.a.b": "a.b, foreign",
		"caller.module.x":                 "module.x, foreign",
	} {
		got, foreign := Ref{Address: address}.Home()
		if foreign {
			got += ", foreign"
		}
		if got != want {
			t.Errorf("%s is at home at %s, not %s", address, got, want)
		}
	}
}
