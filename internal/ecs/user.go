package ecs

import (
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// User is the user that the container's processes run as: user, user:group, uid, uid:gid and so on. Empty is absent: the
// image decides then.
func (c Container) User() *eval.Value {
	user := c.Field("user")
	if user.Is("") {
		return eval.NewAbsent(user.Place())
	}
	return user
}

// RunsAsRoot tells whether the container certainly runs as root, or as the administrator of Windows.
func (c Container) RunsAsRoot() bool {
	name, known := userName(c.User())
	if !known || name == "" {
		return false
	}
	return name == "root" || strings.Trim(name, "0") == "" || strings.EqualFold(name, "ContainerAdministrator")
}

// InRootGroup tells whether the container's user, who is not root, is in root's group.
func (c Container) InRootGroup() bool {
	s, _ := c.User().Text()
	name, group, _ := strings.Cut(s, ":")
	return group != "" && (group == "root" || strings.Trim(group, "0") == "") && !c.RunsAsRoot() && name != ""
}

// userName is the part of a user before the group, which need not be known.
func userName(user *eval.Value) (name string, known bool) {
	if s, ok := user.Text(); ok {
		name, _, _ := strings.Cut(s, ":")
		return name, true
	}
	name, _, known = strings.Cut(user.Prefix(), ":")
	return name, known
}

// RefusesRoot tells whether the container is not started where its image's user is root, or may be so: Kubernetes has that.
func (c Container) RefusesRoot() bool {
	refuses := c.value.Get("security_context").First().Get("run_as_non_root")
	return c.Task.IsPod() && !refuses.Absent() && !refuses.False()
}

// UserText is the user as far as it is known, for a message.
func (c Container) UserText() string {
	if s, known := c.User().Text(); known {
		return s
	}
	return c.User().Prefix() + "…"
}
