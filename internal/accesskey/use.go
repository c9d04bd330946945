// Package accesskey tells where access keys reach software that could have a role instead: containers, hosts and builds.
package accesskey

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/host"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/secret"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Use is an access key that reaches something that runs software.
type Use struct {
	// Part is the part of the key that tells most of it, and where it stands.
	Part secret.KeyPart
	// Consumer is what gets the key, as its owner calls it: container "web".
	Consumer string
	// Role is what the role is called that it could have instead: the task role.
	Role string
	// Through is the parameter, or the version of a secret, that the key is handed over in; nil: it is given in clear.
	Through *terraform.Resource
	// OnlyForMail tells whether the consumer gets nothing of the key that it could do more with than to send mail through SES.
	OnlyForMail bool
}

// Reveals tells whether the secret of the key can be read where it stands.
func (u Use) Reveals() bool { return u.Through == nil && u.Part.IsSecret() }

// At is where the key is handed over.
func (u Use) At() *eval.Value { return u.Part.At.WhereUsed() }

// Types are the types of resources that keys are looked for in.
func Types() []string { return slices.Concat(ecs.Carriers(), ecs.HolderTypes, host.UserDataTypes()) }

// Uses are the uses of access keys in a module: one of each key by each consumer.
func Uses(m *terraform.Module, containers []ecs.Container) []Use {
	f := &finder{module: m, kept: slices.DeleteFunc(secret.KeptBy(m), func(k secret.Kept) bool { return len(secret.KeyParts(k.Value)) == 0 })}
	for _, c := range containers {
		f.consumer(c.Name(), c.OwnRole(), []*eval.Value{c.Value()}, references(c))
	}
	for _, h := range ecs.Holders(m) {
		f.consumer(h.Label, h.Role, slices.Concat(values(h.Variables), h.Scripts, values(h.Secrets)), values(h.Secrets))
	}
	for _, u := range host.UserDataOf(m) {
		f.consumer(u.Host(), "the role of an instance profile", u.Parts, nil)
	}
	return f.uses
}

// references are the references to what the container gets. What its image is pulled with does not get into it.
func references(c ecs.Container) []*eval.Value {
	var out []*eval.Value
	for _, s := range c.Secrets() {
		if s.Field != "repositoryCredentials" {
			out = append(out, s.Value)
		}
	}
	return out
}

func values(entries []ecs.Entry) []*eval.Value {
	var out []*eval.Value
	for _, e := range entries {
		out = append(out, e.Value)
	}
	return out
}

type finder struct {
	module *terraform.Module
	kept   []secret.Kept // what of it holds keys
	uses   []Use
}

// consumer notes the keys that something gets, in texts that are given to it and through references.
func (f *finder) consumer(name, role string, texts, references []*eval.Value) {
	var all []Use
	add := func(v *eval.Value, through *terraform.Resource) {
		for _, part := range secret.KeyParts(v) {
			all = append(all, Use{Part: part, Consumer: name, Role: role, Through: through})
		}
	}
	for _, text := range texts {
		add(text, nil)
	}
	if len(f.kept) > 0 {
		for _, reference := range references {
			for _, k := range secret.Behind(f.module, f.kept, reference) {
				add(k.Value, k.Resource)
			}
		}
	}
	f.uses = append(f.uses, byKey(all)...)
}

// byKey is one use of each key: the one that tells most.
func byKey(all []Use) []Use {
	var out []Use
	for _, first := range all {
		key := func(u Use) bool { return u.Part.OfOneKey(first.Part) }
		if slices.ContainsFunc(out, key) {
			continue
		}
		same := slices.DeleteFunc(slices.Clone(all), func(u Use) bool { return !key(u) })
		most := slices.MinFunc(same, Use.compare)
		most.OnlyForMail = slices.ContainsFunc(same, func(u Use) bool { return u.Part.IsForMail() }) &&
			!slices.ContainsFunc(same, func(u Use) bool { return u.Part.IsForAll() })
		out = append(out, most)
	}
	return out
}

// compare orders the uses of a key, those first that tell most: what can be read before what can't, the secret before the id.
func (u Use) compare(o Use) int {
	if u.Reveals() != o.Reveals() {
		if u.Reveals() {
			return -1
		}
		return 1
	}
	return u.Part.Rank() - o.Part.Rank()
}
