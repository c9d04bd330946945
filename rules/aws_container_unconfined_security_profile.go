package rules

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// UnconfinedSecurityProfile reports containers, and hosts, for which SELinux, AppArmor or seccomp is turned off.
var UnconfinedSecurityProfile = rule.Rule{
	Name:  "aws_container_unconfined_security_profile",
	Title: "Security profile turned off",
	Reports: "A container of ECS whose `dockerSecurityOptions` turn SELinux, AppArmor or seccomp off, or a host whose user data turns Docker's " +
		"seccomp profile off for all containers.",
	Why: "These profiles are what stands between a container and the kernel that it shares with the host and the other containers. " +
		"Without seccomp every system call is open to it, also those in which faults are found year after year.",
	Fix: "Remove the option: Docker's own profiles apply by default. Where an application needs more, give it a profile that allows just that:\n\n" +
		"```hcl\ndockerSecurityOptions = [\"no-new-privileges\", \"apparmor:my-profile\"]\n```",
	Silent: []string{
		"Tasks for Fargate only, which doesn't take the options.",
		"The carrier has no such field (Batch, App Runner, ECS Express, daemons).",
		"User data that is read from elsewhere, or built in parts that are not known.",
	},
	Peers: []string{"Stave CTL.ECS.CONTAINER.SECCOMP.UNCONFINED.001"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-dockerSecurityOptions",
		"https://docs.docker.com/engine/security/seccomp/",
		"https://docs.docker.com/reference/cli/dockerd/",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration, nist.SharedKernel},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    slices.Concat(ecs.Carriers(), ecs.HostTypes),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if c.Task.OnFargate() {
				continue
			}
			for _, option := range c.SecurityOptions().Items() {
				if s, known := option.Text(); known && turnsOff[strings.Replace(s, "=", ":", 1)] {
					p.Report(option, "%s turns a protection of its host's kernel off (%s); remove the option, or name a profile", c.Name(), s)
				}
			}
		}
		for _, d := range p.HostScripts() {
			if d.Contains(unconfinedDaemon) {
				p.Report(d.Value, "%s turns Docker's seccomp profile off for all containers of the host; remove seccomp-profile from its daemon's configuration", d.Host())
			}
		}
	},
}

// turnsOff are the security options that turn a profile off. ECS takes none for seccomp, but people write them.
var turnsOff = map[string]bool{"label:disable": true, "apparmor:unconfined": true, "seccomp:unconfined": true}

// unconfinedDaemon is how a Docker daemon is told to use no seccomp profile: in daemon.json, or as a flag.
var unconfinedDaemon = regexp.MustCompile(`"seccomp-profile"\s*:\s*"unconfined"|--seccomp-profile[= ]"?unconfined`)
