package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/shell"
)

// RuntimePackageInstall reports containers that install software when they start.
var RuntimePackageInstall = rule.Rule{
	Name:    "aws_container_runtime_package_install",
	Title:   "Software installed at run time",
	Reports: "A container of ECS, Batch or App Runner that installs packages, or runs a script from the network, when it starts or when its health is checked.",
	Why: "What is installed at run time was never scanned, signed or reviewed, and is another version each time. A package or a script that is replaced at its source runs in production " +
		"within minutes. The container needs a way out to the internet, root and a writable file system for it.",
	Fix: "Install in the image, where it is scanned, and start the application only:\n\n" +
		"```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends curl=8.5.0-2 && rm -rf /var/lib/apt/lists/*\n```",
	Silent: []string{
		"Words that install nothing: `npm run`, `yarn start`, `pip list`, `apt-get update` alone.",
		"A script that the command only calls: what is in the image can't be seen.",
	},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html"},
	Risks:    []nist.Risk{nist.ImageConfigurationDefects},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			for _, i := range shell.Installs(shell.Commands(c.Runs())) {
				p.Report(i.At.At, "%s installs software when it starts (%s), which was never scanned; install it in the image", c.Name(), i.What)
			}
			for _, i := range shell.Installs(shell.Commands(c.HealthCheck())) {
				p.Report(i.At.At, "%s installs software in its health check (%s), which was never scanned; install it in the image", c.Name(), i.What)
			}
		}
	},
}
