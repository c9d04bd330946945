package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// HostDevice reports containers that use devices of their host.
var HostDevice = rule.Rule{
	Name:    "aws_container_host_device",
	Title:   "Device of the host in a container",
	Reports: "A container of ECS or Batch that is given a device of its host: disks and memory are an error, accelerators and tunnels a notice, others a warning.",
	Why: "A device is a way into the host past every permission of its files: a disk holds all of them, memory all secrets. " +
		"Without `permissions` the container may read, write and make device nodes.",
	Fix: "Remove the device. For accelerators use `resourceRequirements`, for files a volume. Where a device is needed, name what may be done with it:\n\n" +
		"```hcl\nlinuxParameters = {\n  devices = [{ hostPath = \"/dev/ttyUSB0\", containerPath = \"/dev/ttyUSB0\", permissions = [\"read\"] }]\n}\n```",
	Silent: []string{"The carrier has no devices (App Runner, ECS Express, Batch on EKS)."},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Device.html",
		"https://docs.aws.amazon.com/batch/latest/APIReference/API_Device.html",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration, nist.HostFileSystemTampering},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "dangerous", Default: []string{"/dev", "/dev/mem", "/dev/kmem", "/dev/port", "/dev/sd*", "/dev/nvme*", "/dev/xvd*", "/dev/vd*", "/dev/dm-*", "/dev/mapper/**", "/dev/disk/**", "/dev/loop*"},
		Doc: "Devices that are an error: paths, with `*` for a part of a name, or `/**` at the end for all below.", Check: ecs.CheckPaths,
	}, {
		Name: "usual", Default: []string{"/dev/fuse", "/dev/kvm", "/dev/neuron*", "/dev/nvidia*", "/dev/dri/**", "/dev/infiniband/**", "/dev/net/tun"},
		Doc: "Devices that are a notice.", Check: ecs.CheckPaths,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		dangerous, usual := ecs.Paths(p.Strings("dangerous")), ecs.Paths(p.Strings("usual"))
		for _, c := range p.Containers() {
			for _, d := range c.Devices() {
				path, known := d.HostPath.Text()
				may := "use"
				if d.Permissions.Absent() {
					may = "read, write and make nodes of"
				}
				switch {
				case !known:
				case dangerous.Match(d.HostPath):
					p.Report(d.HostPath, "%s can %s the host's device %s and get at all of its data; remove the device", c.Name(), may, path)
				case usual.Match(d.HostPath):
					p.ReportAs(rule.Notice, d.HostPath, "%s can %s the host's device %s; see that it needs it, and name the permissions", c.Name(), may, path)
				default:
					p.ReportAs(rule.Warning, d.HostPath, "%s can %s the host's device %s; remove it, or name the fewest permissions that it needs", c.Name(), may, path)
				}
			}
		}
	},
}
