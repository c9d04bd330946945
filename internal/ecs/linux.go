package ecs

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// IsLinux tells whether the container runs on Linux, as far as anything says so: Linux is the default, and what may be Windows
// is not.
func (c Container) IsLinux() bool {
	// Base images of Windows are not multi-platform: https://hub.docker.com/r/microsoft/windows
	return !strings.HasPrefix(c.Image().Prefix(), "mcr.microsoft.com/windows/") && !c.Task.MayBeWindows()
}

// AddedCapabilities are the capabilities that the container has beyond Docker's default.
func (c Container) AddedCapabilities() []*eval.Value {
	return c.In("linuxParameters", "capabilities", "add").Items()
}

// KeepsDefaultCapabilities is where the container should drop all capabilities but doesn't; nil where it does, or may do so.
func (c Container) KeepsDefaultCapabilities() *eval.Value {
	drop := c.In("linuxParameters", "capabilities", "drop")
	if !drop.Absent() && !drop.IsList() || drop.Open() {
		return nil
	}
	for _, item := range drop.Items() {
		if name, known := item.Text(); !known || Capability(name) == "ALL" {
			return nil
		}
	}
	return drop
}

// Capability is a capability's name as the ECS API has it: NET_ADMIN, however it is written.
func Capability(name string) string {
	return strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(name)), "CAP_")
}

// DefaultCapabilities are those that a container has unless it drops them: https://github.com/moby/profiles
var DefaultCapabilities = []string{
	"AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "NET_RAW", "SETFCAP",
	"SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
}

// Device is a device of the host that a container can use.
type Device struct {
	HostPath    *eval.Value
	Permissions *eval.Value
}

// Devices are the host's devices that the container is given.
func (c Container) Devices() []Device {
	var out []Device
	for _, d := range c.In("linuxParameters", "devices").Items() {
		if d.IsObject() {
			out = append(out, Device{c.carrier.member(d, "hostPath"), c.carrier.member(d, "permissions")})
		}
	}
	return out
}

// SecurityOptions are the options for SELinux, AppArmor and seccomp, without those that are no text.
func (c Container) SecurityOptions() *eval.Value { return c.Field("dockerSecurityOptions") }

// LacksSecurityOptions tells whether the container certainly has no option that begins with one of prefixes.
func (c Container) LacksSecurityOptions(prefixes ...string) bool {
	options := c.SecurityOptions()
	if options.Open() || !options.Absent() && !options.IsList() {
		return false
	}
	return !slices.ContainsFunc(options.Items(), func(o *eval.Value) bool {
		s, known := o.Text()
		return !known || slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
	})
}

// SystemControl is a kernel parameter that a container sets.
type SystemControl struct {
	Namespace, Value *eval.Value
}

// SystemControls are the kernel parameters that the container sets.
func (c Container) SystemControls() []SystemControl {
	var out []SystemControl
	for _, s := range c.Field("systemControls").Items() {
		if s.IsObject() {
			out = append(out, SystemControl{c.carrier.member(s, "namespace"), c.carrier.member(s, "value")})
		}
	}
	return out
}

// Entries are the objects in a list of the container's, such as portMappings, as a function that reads their fields.
func (c Container) Entries(field string) []func(field string) *eval.Value {
	var out []func(string) *eval.Value
	for _, e := range c.Field(field).Items() {
		if e.IsObject() {
			out = append(out, func(name string) *eval.Value { return c.carrier.member(e, name) })
		}
	}
	return out
}
