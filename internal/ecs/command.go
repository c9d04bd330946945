package ecs

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/shell"
)

// Runs are the words that the container is started with, as far as they don't come from its image.
func (c Container) Runs() []*eval.Value {
	words := append(slices.Clone(c.Field("entryPoint").Items()), c.Field("command").Items()...)
	if c.Task.IsPod() {
		// Kubernetes calls the entry point command, and the command args.
		words = append(words, c.Field("args").Items()...)
	}
	return words
}

// HealthCheck are the words of the container's health check.
func (c Container) HealthCheck() []*eval.Value { return c.In("healthCheck", "command").Items() }

// LacksHealthCheck tells whether ECS certainly never checks the container's health by itself: it takes no notice of a check
// in the image, and NONE switches off what there is:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
func (c Container) LacksHealthCheck() bool {
	check := c.Field("healthCheck")
	command := c.In("healthCheck", "command").Items()
	return check.Absent() || len(command) == 1 && command[0].Is("NONE")
}

// Essential tells whether the task certainly ends with the container, which is the default.
func (c Container) Essential() bool { return c.Field("essential").Default("true").True() }

// SSHServer is where the container is told to run an SSH server: the port 22, or a command; nil where it isn't.
func (c Container) SSHServer() (at *eval.Value, how string) {
	for _, command := range shell.Commands(c.Runs()) {
		program, arguments := command.Program()
		switch {
		case program == "sshd", program == "dropbear":
			return command.Words[0].At, "starts " + program
		case program == "service" && len(arguments) > 1 && strings.HasPrefix(arguments[0].Text, "ssh") && arguments[1].Text == "start":
			return command.Words[0].At, "starts " + arguments[0].Text
		}
	}
	for _, p := range c.Field("portMappings").Items() {
		if protocol := c.carrier.member(p, "protocol").Default("tcp"); !protocol.EqualFold("tcp") {
			continue
		}
		port := c.carrier.member(p, "containerPort")
		if n, ok := port.Int(); ok && n == sshPort {
			return port, "listens on port 22"
		}
		if ports := c.carrier.member(p, "containerPortRange"); inRange(ports, sshPort) {
			return ports, "listens on port 22"
		}
	}
	return nil, ""
}

const sshPort = 22

// inRange tells whether a range of ports, written as 20-30, certainly holds a port.
func inRange(ports *eval.Value, port int) bool {
	s, _ := ports.Text()
	first, last, ok := strings.Cut(s, "-")
	from, err1 := strconv.Atoi(strings.TrimSpace(first))
	to, err2 := strconv.Atoi(strings.TrimSpace(last))
	return ok && err1 == nil && err2 == nil && from <= port && port <= to
}
