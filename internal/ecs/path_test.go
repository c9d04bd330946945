package ecs

import (
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

func TestPaths(t *testing.T) {
	paths := Paths{"/", "/etc/**", "/lib*/**", "/home/*", "C:/Windows/**"}
	for path, want := range map[string]bool{
		"/": true, "//": true, "/etc": true, "/etc/": true, "/etc/ssl/certs": true, "/var/../etc": true, "/lib64/x": true, "/home/user": true,
		`C:\Windows\System32`: true,
		"/data":               false, "/etcd": false, "/home": false, "/home/user/data": false, "": false, "etc": false, "/libx": true,
	} {
		if got := paths.Match(eval.NewText(path, eval.Place{})); got != want {
			t.Errorf("%q matches: %v, expected %v", path, got, want)
		}
	}
}

func TestPathsPartlyKnown(t *testing.T) {
	hole := eval.NewUnknown(eval.Place{}, nil)
	paths := Paths{"/etc/**", "/home/*"}
	for prefix, want := range map[string]struct{ match, may bool }{
		"/etc/":        {true, true},
		"/etc/web":     {true, true}, // whatever follows, it lies below
		"/etc":         {false, true},
		"/home/":       {false, true},
		"/home/user/":  {false, true},
		"/data/":       {false, false},
		"":             {false, true},
		"/etcetera/x/": {false, false},
	} {
		v := eval.Concat([]*eval.Value{eval.NewText(prefix, eval.Place{}), hole}, eval.Place{})
		if got := paths.Match(v); got != want.match {
			t.Errorf("%s… matches: %v, expected %v", prefix, got, want.match)
		}
		if got := paths.MayMatch(v); got != want.may {
			t.Errorf("%s… may match: %v, expected %v", prefix, got, want.may)
		}
	}
}

func TestCheckPaths(t *testing.T) {
	for pattern, ok := range map[string]bool{"/": true, "/etc/**": true, "/dev/sd*": true, "": false, "/etc/": false, "/dev/[": false} {
		if err := CheckPaths([]string{pattern}); (err == nil) != ok {
			t.Errorf("%q: %v", pattern, err)
		}
	}
}
