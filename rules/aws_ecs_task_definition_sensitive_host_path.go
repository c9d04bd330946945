package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// SensitiveHostPath reports volumes that hand directories or sockets of the host to containers.
var SensitiveHostPath = rule.Rule{
	Name:  "aws_ecs_task_definition_sensitive_host_path",
	Title: "Sensitive path of the host",
	Reports: "A volume of a task of ECS or Batch that is a system directory of its host (a warning where containers only read it) or the socket of a container runtime; " +
		"also one that Docker's `local` driver binds there by `driver_opts`. With the preset `all` every other path of the host too.",
	Why: "Whoever may write to `/etc`, `/root` or `/usr` of the host owns it; whoever may read `/proc`, `/var/lib` or `/home` has its secrets. " +
		"The socket of a container runtime starts privileged containers: it is root on the host, read-only or not.",
	Fix: "Use a volume that is the task's own, EFS, or a directory of the host for this application alone:\n\n```hcl\nvolume {\n  name = \"scratch\"\n}\n```\n\n" +
		"Agents that have to read the host mount just what they need, with `readOnly = true`.",
	Silent: []string{
		"No container mounts the volume.",
		"Paths that the option `allowed_paths` names, such as `/etc/localtime`.",
		"Directories of applications (`/data`, `/opt/…`, `/var/log/…`) unless the preset `all` is chosen.",
		"The task runs on Fargate, which has no such volumes.",
	},
	Peers: []string{"CIS Docker Benchmark 5.5, 5.31", "Stave CTL.ECS.TASKDEF.HOSTMOUNT.001"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html",
		"https://docs.docker.com/engine/security/protect-access/",
		"https://github.com/bottlerocket-os/bottlerocket/blob/develop/SECURITY_GUIDANCE.md",
	},
	Risks:    []nist.Risk{nist.HostFileSystemTampering},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "sensitive_paths", Default: sensitivePaths, Check: ecs.CheckPaths,
		Doc: "Paths of the host that are reported: with `*` for a part of a name, or `/**` at the end for all below.",
	}, {
		Name: "allowed_paths", Default: []string{"/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo/**", "/dev/null", "/dev/shm", "/dev/log"}, Check: ecs.CheckPaths,
		Doc: "Paths of the host that are never reported.",
	}},
	Reads: ecs.TaskDefinitions(),
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			for _, v := range t.Volumes() {
				if path := v.HostPath(); !t.OnFargate() && !ecs.Paths(p.Strings("allowed_paths")).MayMatch(path) {
					checkHostPath(p, v)
				}
			}
		}
	},
}

func checkHostPath(p *rule.Pass, v ecs.Volume) {
	path := v.HostPath()
	said, known := path.Text()
	if !known {
		said = path.Prefix() + "…"
	}
	mounting := v.Mounting()
	switch {
	case mounting == ecs.Unmounted:
	case ecs.Paths(runtimeSockets).Match(path):
		p.Report(path, `%s of %s is the socket %s, which is root on the host even where it is mounted read-only; remove it`, v.Name(), v.Task.Name(), said)
	case ecs.Paths(p.Strings("sensitive_paths")).Match(path) && mounting == ecs.ReadOnly:
		p.ReportAs(rule.Warning, path, `%s of %s shows containers %s of their host; mount less of it`, v.Name(), v.Task.Name(), said)
	case ecs.Paths(p.Strings("sensitive_paths")).Match(path):
		p.Report(path, `%s of %s lets containers write to %s of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true`, v.Name(), v.Task.Name(), said)
	case known && p.Everything:
		p.ReportAs(rule.Warning, path, `%s of %s is %s of the host, which outlives the task and other tasks share; use a volume of the task's own, or EFS`, v.Name(), v.Task.Name(), said)
	}
}

// runtimeSockets are the sockets over which containers are started, or the host is set up:
// https://github.com/bottlerocket-os/bottlerocket has two of its own.
var runtimeSockets = []string{
	"/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/var/run/containerd/containerd.sock", "/run/dockershim.sock",
	"/var/run/crio/crio.sock", "/run/crio/crio.sock", "/run/host-containerd/host-containerd.sock", "/run/host-containerd/containerd.sock", "/run/api.sock",
	"//./pipe/docker_engine", "/pipe/docker_engine", "//./pipe/containerd-containerd", "/pipe/containerd-containerd",
}

// sensitivePaths are the system's own directories. Those whose parts belong to applications too are not taken in with all
// below them: agents put their sockets into /var/run/<agent>, and people their data into /home/<user>/<data>.
var sensitivePaths = []string{
	"/", "/bin/**", "/boot/**", "/dev/**", "/etc/**", "/lib*/**", "/proc/**", "/root/**", "/sbin/**", "/sys/**", "/usr/**",
	"/run", "/run/containerd/**", "/run/docker/**", "/run/systemd/**", "/run/dbus/**", "/var/run", "/var/run/docker/**", "/var/run/dbus/**",
	"/var", "/var/lib", "/var/lib/cloud/**", "/var/lib/containerd/**", "/var/lib/docker/**", "/var/lib/ecs/**", "/var/lib/kubelet/**", "/var/spool/cron/**",
	"/home", "/home/*", "/home/*/.ssh/**", "/home/*/.aws/**", "/opt",
	"C:", "C:/Windows/**", "C:/ProgramData", "C:/ProgramData/docker/**", "C:/ProgramData/Amazon/**", "C:/Users",
}
