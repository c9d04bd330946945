package network

import (
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

func texts(list ...string) *eval.Value {
	var items []*eval.Value
	for _, s := range list {
		items = append(items, eval.NewText(s, eval.Place{}))
	}
	return eval.NewList(items, false, eval.Place{})
}

func TestWorld(t *testing.T) {
	for _, test := range []struct {
		blocks []string
		want   string // empty: not the world
	}{
		{[]string{"0.0.0.0/0"}, "0.0.0.0/0"},
		{[]string{" 0.0.0.0/0 "}, "0.0.0.0/0"},
		{[]string{"0.1.0.0/0"}, "0.1.0.0/0"},
		{[]string{"255.255.255.255/0"}, "255.255.255.255/0"},
		{[]string{"::/0"}, "::/0"},
		{[]string{"::0/0"}, "::0/0"},
		{[]string{"0::/0"}, "0::/0"},
		{[]string{"0:0:0:0:0:0:0:0/0"}, "0:0:0:0:0:0:0:0/0"},
		{[]string{"2001:db8::/0"}, "2001:db8::/0"},
		{[]string{"10.0.0.0/8", "0.0.0.0/0"}, "0.0.0.0/0"},
		{[]string{"0.0.0.0/1"}, "0.0.0.0/1"},
		{[]string{"0.0.0.0/1", "128.0.0.0/1"}, "0.0.0.0/1 and 128.0.0.0/1"},
		{[]string{"8000::/1", "::/1"}, "8000::/1 and ::/1"},
		{[]string{"0.0.0.0/2", "64.0.0.0/2"}, "0.0.0.0/2 and 64.0.0.0/2"},
		{[]string{"0.0.0.0/2", "64.0.0.0/3", "96.0.0.0/3"}, "0.0.0.0/2 and 2 more blocks"},
		{[]string{"0.0.0.0/0", "0.0.0.0/1", "10.0.0.0/8"}, "0.0.0.0/0"},
		{[]string{"0.0.0.0/0", "::/0"}, "0.0.0.0/0 and ::/0"},

		{nil, ""},
		{[]string{"10.0.0.0/8"}, ""},
		{[]string{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"}, ""},
		{[]string{"64.0.0.0/2"}, ""},
		{[]string{"64.0.0.0/2", "64.0.0.0/2", "64.0.0.0/3"}, ""},
		{[]string{"64.0.0.0/3", "64.0.0.0/2", "96.0.0.0/3", "127.0.0.0/8"}, ""},
		{[]string{"64.0.0.0/2", "8000::/2"}, ""},
		{[]string{"0.0.0.0/32"}, ""},
		{[]string{"203.0.113.0/29"}, ""},
		{[]string{"2000::/3"}, ""},
		{[]string{"0.0.0.0"}, ""},
		{[]string{"0/0"}, ""},
		{[]string{"anywhere"}, ""},
		{[]string{""}, ""},
	} {
		got := ""
		if w := worldOf(texts(test.blocks...)); w != nil {
			got = w.String()
		}
		if got != test.want {
			t.Errorf("the world in %q is %q, want %q", test.blocks, got, test.want)
		}
	}
}

func TestWorldUnknown(t *testing.T) {
	place := eval.Place{}
	unknown := eval.NewUnknown(place, nil)
	world, private := eval.NewText("0.0.0.0/0", place), eval.NewText("10.0.0.0/8", place)
	list := func(items ...*eval.Value) *eval.Value { return eval.NewList(items, false, place) }
	for _, test := range []struct {
		name  string
		value *eval.Value
		want  bool
	}{
		{"unknown", unknown, false},
		{"absent", eval.NewAbsent(place), false},
		{"a single text", world, true},
		{"beside an unknown block", list(unknown, world), true},
		{"in an open list", eval.NewList([]*eval.Value{world}, true, place), true},
		{"only perhaps", list(private, world.Optional()), false},
		{"in both branches", eval.Choose(place, list(private, world), list(world)), true},
		{"in one branch", eval.Choose(place, list(private), list(world)), false},
		{"in one branch, the other unknown", eval.Choose(place, unknown, list(world)), false},
		{"a block in both branches", list(eval.Choose(place, world, eval.NewText("0.0.0.0/1", place))), true},
		{"a block in one branch", list(eval.Choose(place, world, private)), false},
	} {
		if got := worldOf(test.value) != nil; got != test.want {
			t.Errorf("%s: the world is %v, want %v", test.name, got, test.want)
		}
	}
}

func TestPart(t *testing.T) {
	for block, want := range map[string]bool{
		"64.0.0.0/2": true, "52.0.0.0/7": true, "8.0.0.0/7": true, "10.0.0.0/7": true, "2000::/3": true, "2600::/7": true,
		"10.0.0.0/8": false, "52.0.0.0/8": false, "224.0.0.0/4": false, "240.0.0.0/4": false, "fc00::/7": false, "4000::/2": false, "2600::/12": false,
	} {
		if got := partOf(texts("10.0.0.0/8", block)) != nil; got != want {
			t.Errorf("%s is a large part of the internet: %v, want %v", block, got, want)
		}
	}
}
