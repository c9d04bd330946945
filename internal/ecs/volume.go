package ecs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Volume is a volume of a task.
type Volume struct {
	Task Task

	value *eval.Value
}

// Volumes are the task's volumes, as far as they are known.
func (t Task) Volumes() []Volume {
	var out []Volume
	for _, v := range t.Field("volumes").Items() {
		if v.IsObject() {
			out = append(out, Volume{t, v})
		}
	}
	return out
}

// Name is how its owner calls the volume, in a message: volume "docker".
func (v Volume) Name() string {
	if name, ok := v.name().Text(); ok {
		return fmt.Sprintf("volume %q", name)
	}
	return "a volume"
}

func (v Volume) name() *eval.Value { return v.Task.member(v.value, "name") }

// HostPath is the directory or socket of the host that the volume is; absent for other volumes, and for those that ECS makes
// and deletes with the task, which have an empty path or none.
func (v Volume) HostPath() *eval.Value {
	path := v.hostPath()
	if path.Is("") {
		return eval.NewAbsent(path.Place())
	}
	return path
}

func (v Volume) hostPath() *eval.Value {
	switch {
	case v.Task.IsPod():
		return v.value.Get("host_path").First().Get("path")
	case v.Task.Carrier.Type == jobType:
		return v.value.GetFold("host").GetFold("sourcePath")
	}
	if device := v.boundDevice(); device != nil {
		return device
	}
	return v.value.Get("host_path")
}

// boundDevice is the path that a volume of Docker's local driver mounts with the options of mount(8): a host path by another
// name. It is nil for other volumes. See https://docs.docker.com/engine/storage/volumes/#create-and-manage-volumes
func (v Volume) boundDevice() *eval.Value {
	docker := v.value.Get("docker_volume_configuration").First()
	options := docker.Get("driver_opts")
	o, known := options.Get("o").Text()
	bound := known && slices.ContainsFunc(strings.Split(o, ","), func(s string) bool { return s == "bind" || s == "rbind" })
	if !bound || !docker.Get("driver").Default("local").Is("local") {
		return nil
	}
	return options.Get("device")
}

// EFS is the volume's configuration as an EFS file system; absent for other volumes.
func (v Volume) EFS() *eval.Value { return v.Task.member(v.value, "efsVolumeConfiguration").First() }

// EFSField is a field of EFS, by its name in the ECS API.
func (v Volume) EFSField(path ...string) *eval.Value {
	at := v.EFS()
	for i, field := range path {
		if i > 0 {
			at = at.First()
		}
		at = v.Task.member(at, field)
	}
	return at
}

// Mount is a place of a container that shows a volume.
type Mount struct {
	Container Container

	value *eval.Value
}

// Mounts are the container's mounts, as far as they are known.
func (c Container) Mounts() []Mount {
	var out []Mount
	for _, m := range c.Field("mountPoints").Items() {
		if m.IsObject() {
			out = append(out, Mount{c, m})
		}
	}
	return out
}

// ReadOnly tells whether the container can't write to the mount. Absent is false.
func (m Mount) ReadOnly() *eval.Value {
	return m.Container.carrier.member(m.value, "readOnly").Default("false")
}

// Volume is the volume that is mounted, or nil where it can't be told.
func (m Mount) Volume() *Volume {
	name, known := m.source().Text()
	if !known {
		return nil
	}
	for _, v := range m.Container.Task.Volumes() {
		if v.name().Is(name) {
			return &v
		}
	}
	return nil
}

func (m Mount) source() *eval.Value { return m.Container.carrier.member(m.value, "sourceVolume") }

// Mounting tells how containers use a volume.
type Mounting uint8

const (
	// Writable: a container may write to it, as far as is known.
	Writable Mounting = iota
	// ReadOnly: every container that mounts it can read it, and none is known to write.
	ReadOnly
	// Unmounted: no container mounts it.
	Unmounted
)

// Mounting tells how the task's containers use the volume. Where containers or their mounts are not all known, one may write.
func (v Volume) Mounting() Mounting {
	if !v.Task.AllContainersKnown() {
		return Writable
	}
	name, known := v.name().Text()
	found := Unmounted
	for _, c := range v.Task.Containers() {
		points := c.Field("mountPoints")
		if !known || points.Open() || slices.ContainsFunc(points.Items(), (*eval.Value).Unknown) {
			return Writable
		}
		for _, m := range c.Mounts() {
			source, sourceKnown := m.source().Text()
			switch {
			case sourceKnown && source != name:
			case m.ReadOnly().False():
				return Writable
			default: // where that is not known it shows at least
				found = ReadOnly
			}
		}
	}
	return found
}

// NeedsTransitEncryption tells whether ECS certainly takes the EFS volume with encryption in transit only:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html
func (v Volume) NeedsTransitEncryption() bool {
	point := v.EFSField("authorizationConfig", "accessPointId")
	// An ID that is known only after apply is there all the same.
	made := slices.ContainsFunc(point.Refs(), func(r eval.Ref) bool { return strings.HasPrefix(r.Address, "aws_efs_access_point.") })
	return made || point.Present() && !point.Is("") || v.EFSField("authorizationConfig", "iam").Is("ENABLED")
}
