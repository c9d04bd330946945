package rules

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// SSHServer reports containers that people log in to.
var SSHServer = rule.Rule{
	Name:    "aws_container_ssh_server",
	Title:   "SSH server in a container",
	Reports: "A container of ECS or Batch that listens on port 22, or starts an SSH server.",
	Why: "A way to log in is a way in: passwords and keys to guess and to steal, a server to keep up to date in each image, and changes by hand that no image, scan or log shows. " +
		"NIST SP 800-190 says in its countermeasures (4.1.2) that SSH and other remote administration should never be enabled within containers.",
	Fix: "Remove the server and the port. Who has to look into a running container does so with ECS Exec, which needs no port, asks IAM, and can log each session:\n\n" +
		"```hcl\nresource \"aws_ecs_service\" \"app\" {\n  enable_execute_command = true\n}\n```",
	Silent: []string{
		"The image matches `exempt_images`: file transfer over SSH is what it is for.",
		"Port 22 over udp.",
		"The carrier has no ports (App Runner, ECS Express, Batch).",
	},
	Sources:  []string{"https://doi.org/10.6028/NIST.SP.800-190", "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"},
	Risks:    []nist.Risk{nist.ImageConfigurationDefects},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "exempt_images", Default: []string{"*sftp*"},
		Doc:   "Images that are not reported: patterns in which `*` is any text, of the registry or of the image as it is written without its tag.",
		Check: image.CheckPatterns,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			at, how := c.SSHServer()
			exempt := func(r image.Reference) bool { return r.Matches(p.Strings("exempt_images")) }
			if at != nil && !slices.ContainsFunc(c.Reference(), exempt) {
				p.Report(at, "%s %s, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec", c.Name(), how)
			}
		}
	},
}
