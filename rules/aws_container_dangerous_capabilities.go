package rules

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// DangerousCapabilities reports containers that get Linux capabilities beyond the default.
var DangerousCapabilities = rule.Rule{
	Name:    "aws_container_dangerous_capabilities",
	Title:   "Dangerous Linux capabilities",
	Reports: "A container of ECS that is given powers of root that reach beyond the container (an error), or more than Docker gives by default (a warning).",
	Why: "Capabilities are the powers of root, one by one. Some of them are as good as root on the host: `SYS_ADMIN` mounts file systems, `SYS_MODULE` loads " +
		"kernel modules, `SYS_RAWIO` and `DAC_READ_SEARCH` read past every permission, `NET_ADMIN` rewrites the network.",
	Fix: "Remove the capability. Where the application needs one, add that one only, and drop the others:\n\n" +
		"```hcl\nlinuxParameters = {\n  capabilities = {\n    add  = [\"NET_BIND_SERVICE\"]\n    drop = [\"ALL\"]\n  }\n}\n```",
	Silent: []string{
		"Capabilities that a container has by default, such as `NET_BIND_SERVICE` or `CHOWN`.",
		"The carrier has no capabilities (Batch, App Runner, ECS Express).",
	},
	Peers: []string{"Stave CTL.ECS.SECURITY.CAPABILITIES.001"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html",
		"https://man7.org/linux/man-pages/man7/capabilities.7.html",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "dangerous", Default: []string{"ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_RAWIO", "SYS_BOOT", "DAC_READ_SEARCH", "NET_ADMIN", "SYS_TIME",
			"MAC_ADMIN", "MAC_OVERRIDE", "LINUX_IMMUTABLE", "AUDIT_CONTROL"},
		Doc: "Capabilities that are an error.", Check: checkCapabilities,
	}, {
		Name: "allowed", Default: []string{}, Doc: "Capabilities that are not reported, besides those of Docker's default.", Check: checkCapabilities,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			for _, added := range c.AddedCapabilities() {
				name, known := added.Text()
				name = ecs.Capability(name)
				switch {
				case !known, slices.Contains(ecs.DefaultCapabilities, name), slices.Contains(p.Strings("allowed"), name):
				case slices.Contains(p.Strings("dangerous"), name):
					p.Report(added, "%s gets the capability %s, a power of root that reaches beyond the container; remove it, or add one that can do less", c.Name(), name)
				case name == "SYS_PTRACE" && c.Task.OnFargate():
					// The only one that Fargate gives. The processes it opens are those of the task.
					p.ReportAs(rule.Notice, added, "%s gets the capability SYS_PTRACE and can read and change the other processes of its task; remove it where nothing traces them", c.Name())
				default:
					p.ReportAs(rule.Warning, added, "%s gets the capability %s, which containers don't have by default; remove it unless the application needs it", c.Name(), name)
				}
			}
		}
	},
}

var capabilityName = regexp.MustCompile(`^[A-Z][A-Z_]*$`)

// checkCapabilities says what is wrong with names of capabilities that people set.
func checkCapabilities(value any) error {
	for _, name := range value.([]string) {
		if !capabilityName.MatchString(name) || ecs.Capability(name) != name {
			return fmt.Errorf("%q is no capability as ECS names them: write it like NET_ADMIN", name)
		}
	}
	return nil
}
