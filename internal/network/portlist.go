package network

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/words"
)

// PortList are ports as people list them in an option: "22", "5900-5903", "4789/udp".
type PortList []portRange

type portRange struct {
	protocol    Protocol
	first, last int
}

// nodePorts are where Kubernetes opens services on its nodes. They count only where a rule opens all of them: a single port
// among them may be any program's. https://kubernetes.io/docs/concepts/services-networking/service/
var nodePorts = portRange{TCP, 30000, 32767}

// ParsePortList reads a list of ports; the error says what is wrong with it and what is allowed.
func ParsePortList(list []string) (PortList, error) {
	var out PortList
	for _, s := range list {
		r, ok := parseRange(s)
		if !ok {
			return nil, fmt.Errorf(`%q is no port; write a port "22", a range "5900-5903", or one of them with "/udp" at its end`, s)
		}
		out = append(out, r)
	}
	return out, nil
}

func parseRange(s string) (portRange, bool) {
	ports, protocol, named := strings.Cut(strings.TrimSpace(s), "/")
	r := portRange{protocol: TCP}
	if named {
		r.protocol = Protocol(strings.ToLower(protocol))
	}
	first, last, isRange := strings.Cut(ports, "-")
	if !isRange {
		last = first
	}
	var wrong [2]error
	r.first, wrong[0] = strconv.Atoi(strings.TrimSpace(first))
	r.last, wrong[1] = strconv.Atoi(strings.TrimSpace(last))
	return r, wrong == [2]error{} && (r.protocol == TCP || r.protocol == UDP) && 0 < r.first && r.first <= r.last && r.last <= lastPort
}

// OpenedBy is what a rule opens, with what of the list is among it: port 22 (SSH), ports 0-1024 with 22 (SSH) and 23 (Telnet).
// It is empty where the rule opens nothing of the list.
func (l PortList) OpenedBy(r Rule) string {
	first, last, ok := r.ports()
	if !ok {
		return ""
	}
	var opened []string
	for _, listed := range l {
		common := portRange{listed.protocol, max(first, listed.first), min(last, listed.last)}
		switch {
		case listed.protocol != r.Protocol || common.first > common.last:
		case listed == nodePorts && common != nodePorts:
		default:
			opened = append(opened, common.String())
		}
	}
	switch {
	case len(opened) == 0:
		return ""
	case opened[0] == portRange{r.Protocol, first, last}.String():
		return r.Opens()
	}
	return r.Opens() + " with " + words.List(opened, 3)
}

// String names the ports with what usually listens on them: 22 (SSH), 9092-9094 (Kafka).
func (p portRange) String() string {
	s, service := strconv.Itoa(p.first), services[p.first]
	if p.last > p.first {
		s += "-" + strconv.Itoa(p.last)
	}
	for port := p.first; port <= p.last && service != ""; port++ {
		if services[port] != service {
			service = ""
		}
	}
	if p == nodePorts {
		service = "Kubernetes node ports"
	}
	if service == "" {
		return s
	}
	return s + " (" + service + ")"
}
