package host

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// UserData is what a host is given to run when it starts.
type UserData struct {
	// Resource is the instance, or the template, that it is written in.
	Resource *terraform.Resource
	// Argument is the argument that holds it: user_data, user_data_base64.
	Argument string
	// Text is the text, decoded where the argument holds it in base64 and what it is made of is known.
	Text *eval.Value
	// Parts are the texts that cloud-init is given one by one, where a data source packs them; otherwise the text alone.
	Parts []*eval.Value
}

// userData are the arguments that hold user data. In some it has to be in base64, but people write it plain all the same.
var userData = []struct {
	typ   string
	in    string // the block around it; empty: none
	names []string
}{
	{Instance, "", []string{"user_data", "user_data_base64"}},
	{LaunchTemplate, "", []string{"user_data"}},
	{LaunchConfiguration, "", []string{"user_data", "user_data_base64"}},
	{"aws_spot_instance_request", "", []string{"user_data", "user_data_base64"}},
	{"aws_spot_fleet_request", "launch_specification", []string{"user_data"}},
}

// UserDataTypes are the types of resources with user data.
func UserDataTypes() []string {
	var types []string
	for _, u := range userData {
		types = append(types, u.typ)
	}
	return types
}

// UserDataOf is the user data of a module.
func UserDataOf(m *terraform.Module) []UserData {
	var out []UserData
	for _, u := range userData {
		for _, r := range m.Resources(u.typ) {
			holders := []*eval.Value{r.Value}
			if u.in != "" {
				holders = r.Get(u.in).Items()
			}
			for _, h := range holders {
				for _, name := range u.names {
					if text := h.Get(name).DecodeBase64(); !text.Absent() {
						out = append(out, UserData{r, name, text, packed(m, text)})
					}
				}
			}
		}
	}
	return out
}

// Host is how the owner calls what starts with the user data, in a message.
func (u UserData) Host() string {
	if u.Resource.Type == Instance || u.Resource.Type == "aws_spot_instance_request" {
		return "host " + u.Resource.Address()
	}
	return "a host of " + u.Resource.Address()
}

// packers are the data sources, and the resource, that pack several texts into one, by default compressed:
// https://registry.terraform.io/providers/hashicorp/cloudinit/latest/docs/data-sources/config
var packers = []string{"cloudinit_config", "template_cloudinit_config"}

// packed are the texts of which user data is made.
func packed(m *terraform.Module, text *eval.Value) []*eval.Value {
	var out []*eval.Value
	for _, ref := range text.Refs() {
		b := m.Find(ref.Address)
		if b == nil || !slices.Contains(packers, b.Type) || ref.Path != "rendered" {
			continue
		}
		for _, r := range b.Instances() {
			if ref.Key != "" && r.Key != ref.Key {
				continue
			}
			for _, part := range r.Get("part").Items() {
				out = append(out, part.Get("content"))
			}
		}
	}
	if out == nil {
		return []*eval.Value{text}
	}
	return out
}
