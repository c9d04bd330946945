package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// UnsafeSystemControl reports containers that set kernel parameters.
var UnsafeSystemControl = rule.Rule{
	Name:  "aws_container_unsafe_system_control",
	Title: "Unsafe kernel parameter",
	Reports: "A container of ECS that sets a kernel parameter with which it forwards or redirects traffic, or one that has no namespace and is the host's. " +
		"With the preset `all` every other parameter too, as a notice.",
	Why: "A container that forwards packets, takes routes from strangers or reaches the host's loopback address is a way around security groups. " +
		"A parameter without a namespace changes the host, and all of its containers.",
	Fix: "Remove the parameter. What an application needs to serve many connections is harmless:\n\n" +
		"```hcl\nsystemControls = [{ namespace = \"net.core.somaxconn\", value = \"1024\" }]\n```",
	Silent: []string{
		"Other parameters of `net.*`, and those of the IPC namespace (`kernel.shmmax`, `fs.mqueue.*` …), unless the preset `all` is chosen.",
		"The value turns forwarding off.",
		"The carrier has no such field (Batch, App Runner, ECS Express).",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html",
		"https://docs.kernel.org/networking/ip-sysctl.html",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "forwarding", Default: []string{
			"net.ipv4.ip_forward", "net.ipv4.conf.*.forwarding", "net.ipv6.conf.*.forwarding", "net.ipv4.conf.*.route_localnet", "net.ipv4.conf.*.accept_redirects",
			"net.ipv6.conf.*.accept_redirects", "net.ipv4.conf.*.accept_source_route", "net.ipv6.conf.*.accept_source_route",
		},
		Doc: "Parameters that are reported unless they are 0; `*` is any text.", Check: checkParameters,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			for _, control := range c.SystemControls() {
				name, known := control.Namespace.Text()
				value, valueKnown := control.Value.Text()
				switch {
				case !known:
				case likeAny(p.Strings("forwarding"), control.Namespace):
					if valueKnown && strings.TrimSpace(value) != "0" {
						p.Report(control.Namespace, "%s sets %s = %s and can send traffic past its security groups; remove it", c.Name(), name, value)
					}
				case !namespaced(name):
					p.Report(control.Namespace, "%s sets %s, which has no namespace and is the host's; remove it", c.Name(), name)
				case p.Everything:
					p.ReportAs(rule.Notice, control.Namespace, "%s sets the kernel parameter %s; see that it needs it", c.Name(), name)
				}
			}
		}
	},
}

// ipcParameters are the parameters of kernel.* that each IPC namespace has for itself, and ECS takes:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html
var ipcParameters = []string{"kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced"}

// namespaced tells whether a parameter is the container's own.
func namespaced(name string) bool {
	return strings.HasPrefix(name, "net.") || strings.HasPrefix(name, "fs.mqueue.") || slices.Contains(ipcParameters, name)
}

// checkParameters says what is wrong with names of parameters that people set.
func checkParameters(value any) error {
	for _, name := range value.([]string) {
		if !strings.Contains(name, ".") || strings.ContainsAny(name, "=/ ") {
			return fmt.Errorf("%q is no kernel parameter: write it like net.ipv4.ip_forward, without a value", name)
		}
	}
	return nil
}
