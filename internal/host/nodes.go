// Package host is the typed view of what containers run on: instances, and the templates that they are started from.
package host

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

const (
	// LaunchTemplate is a template of instances.
	LaunchTemplate = "aws_launch_template"
	// LaunchConfiguration is what templates were before.
	LaunchConfiguration = "aws_launch_configuration"
	// Instance is a single instance.
	Instance     = "aws_instance"
	scalingGroup = "aws_autoscaling_group"
)

// Nodes tells which instances, and templates of instances, are nodes of a cluster.
type Nodes struct {
	module *terraform.Module

	made    bool
	started map[string]bool // templates that a capacity provider, node group or compute environment starts
	roles   map[string]bool // roles with a policy for nodes
}

// NewNodes are the nodes of a module.
func NewNodes(m *terraform.Module) *Nodes { return &Nodes{module: m} }

// Has tells whether a resource starts nodes: a service that runs containers starts it, its role has a policy for nodes, its
// image is one for nodes, or its user data joins a cluster.
func (n *Nodes) Has(r *terraform.Resource) bool {
	if !n.made {
		n.made, n.started, n.roles = true, n.startedTemplates(), n.nodeRoles()
	}
	if n.started[r.Address()] || n.roleOf(r) {
		return true
	}
	for _, attr := range []string{"user_data", "user_data_base64", "ami", "image_id"} {
		if mentions(n.module, r.Get(attr).DecodeBase64(), marks) {
			return true
		}
	}
	return false
}

// marks are what is found in the user data of nodes, and in the names of images and parameters for nodes, in lower case:
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bootstrap_container_instance.html
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_AMI.html
// https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
// https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
// https://bottlerocket.dev/en/os/latest/#/api/settings/
var marks = []string{
	"ecs_cluster=", "/etc/ecs/", "[settings.ecs]", "ecs-optimized", "ecs_optimized", "/service/ecs/", "ami-ecs-", "bottlerocket-aws-ecs", "bottlerocket/aws-ecs",
	"/etc/eks/", "node.eks.aws", "[settings.kubernetes]", "eks_optimized", "amazon-eks-", "/service/eks/", "bottlerocket-aws-k8s", "bottlerocket/aws-k8s",
}

// policies are the managed policies of roles that only nodes need:
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
// https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
var policies = []string{"amazonec2containerserviceforec2role", "amazoneksworkernodepolicy", "amazoneksworkernodeminimalpolicy"}

// mentions tells whether a text in a value, or in a data source that the value comes from, holds one of words.
func mentions(m *terraform.Module, v *eval.Value, words []string) bool {
	s := &search{module: m, words: words, seen: map[string]bool{}}
	return s.finds(v)
}

// search looks for words in values and the data sources that they come from, in each once.
type search struct {
	module *terraform.Module
	words  []string
	seen   map[string]bool // data sources
}

func (s *search) finds(v *eval.Value) bool {
	for _, a := range v.Alternatives() {
		for _, piece := range a.Pieces() {
			text := strings.ToLower(piece.Text)
			if slices.ContainsFunc(s.words, func(w string) bool { return strings.Contains(text, w) }) {
				return true
			}
		}
	}
	return slices.ContainsFunc(parts(v), s.finds) || slices.ContainsFunc(v.Refs(), s.findsBehind)
}

// findsBehind looks at the arguments of a data source.
func (s *search) findsBehind(ref eval.Ref) bool {
	b := s.module.Find(ref.Address)
	if b == nil || !b.Data || s.seen[ref.Address] {
		return false
	}
	s.seen[ref.Address] = true
	return slices.ContainsFunc(b.Instances(), func(r *terraform.Resource) bool { return s.finds(r.Value) })
}

// parts are the elements of a list, or the members of an object.
func parts(v *eval.Value) []*eval.Value {
	if v.IsList() {
		return v.Items()
	}
	var out []*eval.Value
	for _, k := range v.Keys() {
		out = append(out, v.Get(k))
	}
	return out
}

// startedTemplates are the launch templates and configurations of which a service starts nodes.
func (n *Nodes) startedTemplates() map[string]bool {
	out := map[string]bool{}
	note := func(v *eval.Value, prefixes ...string) []string {
		var found []string
		for _, ref := range v.AllRefs() {
			if slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(ref.Address, p+".") }) {
				out[ref.Address] = true
				found = append(found, ref.Address)
			}
		}
		return found
	}
	for _, r := range n.module.Resources("aws_eks_node_group") {
		note(r.Get("launch_template"), LaunchTemplate)
	}
	for _, r := range n.module.Resources("aws_batch_compute_environment") {
		for _, v := range terraform.Below(r.Value, "compute_resources.launch_template") {
			note(v, LaunchTemplate)
		}
	}
	for _, r := range n.module.Resources("aws_ecs_capacity_provider") {
		for _, v := range terraform.Below(r.Value, "auto_scaling_group_provider.auto_scaling_group_arn") {
			note(v, scalingGroup)
		}
	}
	for _, r := range n.module.Resources(scalingGroup) {
		if out[r.Address()] {
			for _, attr := range []string{"launch_template", "mixed_instances_policy", "launch_configuration"} {
				note(r.Get(attr), LaunchTemplate, LaunchConfiguration)
			}
		}
	}
	return out
}

// nodeRoles are the roles of the module that have a managed policy for nodes.
func (n *Nodes) nodeRoles() map[string]bool {
	out := map[string]bool{}
	for _, r := range n.module.Resources("aws_iam_role_policy_attachment", "aws_iam_policy_attachment") {
		if !mentions(n.module, r.Get("policy_arn"), policies) {
			continue
		}
		for _, attr := range []string{"role", "roles"} {
			for _, ref := range r.Get(attr).AllRefs() {
				out[ref.Address] = true
			}
		}
	}
	for _, r := range n.module.Resources("aws_iam_role") {
		if mentions(n.module, r.Get("managed_policy_arns"), policies) {
			out[r.Address()] = true
		}
	}
	return out
}

// roleOf tells whether the instance profile of a resource has a role for nodes.
func (n *Nodes) roleOf(r *terraform.Resource) bool {
	profiles := []*eval.Value{r.Get("iam_instance_profile")}
	if r.Type == LaunchTemplate {
		profiles = append(terraform.Below(r.Value, "iam_instance_profile.name"), terraform.Below(r.Value, "iam_instance_profile.arn")...)
	}
	for _, p := range profiles {
		for _, ref := range p.AllRefs() {
			b := n.module.Find(ref.Address)
			if b == nil || b.Type != "aws_iam_instance_profile" {
				continue
			}
			for _, profile := range b.Instances() {
				if slices.ContainsFunc(profile.Get("role").Refs(), func(role eval.Ref) bool { return n.roles[role.Address] }) {
					return true
				}
			}
		}
	}
	return false
}
