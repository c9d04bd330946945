package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RootUser reports containers whose processes run as root.
var RootUser = rule.Rule{
	Name:  "aws_container_root_user",
	Title: "Container that runs as root",
	Reports: "A container of ECS or Batch that runs as root because it says so (an error), or that leaves it to its image, which is root unless " +
		"the image says otherwise (a notice; a warning with the preset `all`). `ContainerAdministrator` is root on Windows.",
	Why: "Root in a container is root on its host's kernel, held back only by namespaces, capabilities and seccomp. A fault in one of them, or a mounted " +
		"directory of the host, and whoever runs code in the container owns the host. An ordinary user has neither the capabilities nor the files.",
	Fix: "Name a user that the image has, or a number, which needs none:\n\n```hcl\nuser = \"1000:1000\"\n```\n\n" +
		"The application has to be able to read its files, and listens on a port from 1024 up.",
	Silent: []string{
		"The task runs on Windows, or may, and the user is not named.",
		"The image says in its name that it has an ordinary user, see the option `nonroot_images`.",
		"A pod whose security context has `run_as_non_root = true`.",
		"A log router of FireLens that runs as root is a warning only: its image may need it.",
		"The group is root but the user is not, as OpenShift wants it (a notice with the preset `all`).",
		"The carrier has no such field (App Runner, ECS Express).",
	},
	Peers: []string{"Security Hub ECS.20, ECS.21", "Prowler `ecs_task_definitions_host_networking_mode_users` (host network only)"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-user",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration, nist.ImproperUserAccessRights},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "nonroot_images", Default: []string{"*nonroot*", "*non-root*", "*unprivileged*", "*rootless*", "cgr.dev/chainguard/*"},
		Doc:   "Images that have an ordinary user: patterns of the whole reference, in which `*` is any text.",
		Check: checkPatterns,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			user, ordinary := c.User(), "1000:1000"
			if !c.IsLinux() {
				ordinary = "ContainerUser"
			}
			switch {
			case c.RunsAsRoot() && c.Field("firelensConfiguration").Present():
				// ECS mounts a configuration into log routers, and their images are made to run as root: whether another
				// user can read it has to be tried.
				p.ReportAs(rule.Warning, user, `%s, a log router, runs as root (user = %q); set a user that is not root unless its configuration needs it`, c.Name(), c.UserText())
			case c.RunsAsRoot():
				p.Report(user, `%s runs as root (user = %q): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as %q`,
					c.Name(), c.UserText(), ordinary)
			case c.InRootGroup() && p.Everything:
				p.ReportAs(rule.Notice, user, `%s runs in root's group (user = %q) and can read and write what the group may; set another group`, c.Name(), text(user))
			case user.Absent() && c.Can("user") && c.IsLinux() && !c.RefusesRoot() && !likeAny(p.Strings("nonroot_images"), c.Image()):
				severity := rule.Notice
				if p.Everything {
					severity = rule.Warning
				}
				p.ReportAs(severity, user, `%s sets no user and runs as root unless its image says otherwise; set a user that is not root, such as %q`, c.Name(), ordinary)
			}
		}
	},
}
