package network

import (
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Protocol is an IP protocol: one of the constants, or a number.
type Protocol string

// The protocols that rules know by name. UnknownProtocol is one that can't be known.
const (
	UnknownProtocol Protocol = ""
	EveryProtocol   Protocol = "all"
	TCP             Protocol = "tcp"
	UDP             Protocol = "udp"
	ICMP            Protocol = "icmp"
	ICMPv6          Protocol = "icmpv6"
)

// byNumber are the names of protocols: https://www.iana.org/assignments/protocol-numbers. AWS writes -1 for all of them:
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
var byNumber = map[string]Protocol{"-1": EveryProtocol, "1": ICMP, "6": TCP, "17": UDP, "58": ICMPv6}

// protocolOf reads a protocol by name or number, as far as it is the same on both sides of an unknown condition. The provider
// takes names in any case.
func protocolOf(v *eval.Value) Protocol {
	var first Protocol
	for i, a := range v.Alternatives() {
		s, _ := a.Text()
		s = strings.ToLower(strings.TrimSpace(s))
		p, ok := byNumber[s]
		if !ok {
			p = Protocol(s)
		}
		if i > 0 && p != first {
			return UnknownProtocol
		}
		first = p
	}
	return first
}

func (p Protocol) hasPorts() bool { return p == TCP || p == UDP }

const lastPort = 65535

// ports is the range of ports that a rule of TCP or UDP opens for certain. Where only one end is known, that port is: the
// range begins or ends there.
func (r Rule) ports() (first, last int, ok bool) {
	first, firstKnown := r.from.Int()
	last, lastKnown := r.to.Int()
	switch {
	case firstKnown && !lastKnown && !r.to.Absent():
		last = first
	case lastKnown && !firstKnown && !r.from.Absent():
		first = last
	case !firstKnown || !lastKnown:
		return 0, 0, false
	}
	return first, last, r.Protocol.hasPorts() && 0 <= first && first <= last && last <= lastPort
}

// EveryPort tells whether the rule opens every protocol, or every port of one. Of a rule for every protocol AWS ignores the
// ports: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
func (r Rule) EveryPort() bool {
	first, last, ok := r.ports()
	// Nothing listens on port 0, so that 1 to 65535 is every port, too.
	return r.Protocol == EveryProtocol || ok && first <= 1 && last == lastPort
}

// SomePort tells whether the rule opens a port of TCP or UDP, known or not. TCP from 0 to 0 opens port 0, on which nothing
// can listen: people who write it mean -1, but AWS does not.
func (r Rule) SomePort() bool {
	_, firstKnown := r.from.Int()
	_, lastKnown := r.to.Int()
	if firstKnown || lastKnown {
		_, last, ok := r.ports()
		return ok && last > 0
	}
	return r.Protocol.hasPorts() && !r.from.Absent() && !r.to.Absent()
}

// Probes tells whether the rule lets in ICMP that asks for an answer or changes something. Messages that tell of a failure
// are what hosts need, for example to find out how large a packet may be, and replies are let in without a rule:
// https://www.iana.org/assignments/icmp-parameters, https://www.iana.org/assignments/icmpv6-parameters
func (r Rule) Probes() bool {
	kind, ok := r.from.Int()
	switch {
	case !ok:
		return false
	case r.Protocol == ICMP:
		return kind != 0 && kind != 3 && kind != 4 && kind != 11 && kind != 12
	case r.Protocol == ICMPv6:
		return kind == -1 || kind == 128
	}
	return false
}

// Opens is what the rule opens, for a message: every port, port 22 (SSH), UDP ports 5000-5010, port var.port, ICMP.
func (r Rule) Opens() string {
	switch {
	case r.Protocol == EveryProtocol:
		return "every port"
	case r.Protocol == ICMPv6:
		return "ICMPv6"
	case !r.Protocol.hasPorts():
		return strings.ToUpper(string(r.Protocol))
	case r.EveryPort():
		return "every " + strings.ToUpper(string(r.Protocol)) + " port"
	}
	noun := "port "
	if r.Protocol == UDP {
		noun = "UDP port "
	}
	first, last, ok := r.ports()
	switch cause := r.from.Cause(); {
	case !ok && r.from.Unknown() && cause != nil && cause.What != "":
		return noun + cause.What
	case !ok:
		return "a " + strings.TrimSpace(noun)
	case first < last:
		noun = strings.TrimSpace(noun) + "s "
	}
	return noun + portRange{r.Protocol, first, last}.String()
}

// services are what usually listens on a port.
var services = map[int]string{
	22: "SSH", 23: "Telnet", 25: "SMTP", 53: "DNS", 80: "HTTP", 443: "HTTPS",
	2375: "Docker", 2376: "Docker", 2377: "Docker", 2379: "etcd", 2380: "etcd", 3389: "RDP", 4789: "VXLAN",
	5900: "VNC", 5901: "VNC", 5902: "VNC", 5903: "VNC", 5985: "WinRM", 5986: "WinRM", 6443: "Kubernetes API", 8472: "VXLAN",
	10250: "kubelet", 10255: "kubelet", 51678: "ECS agent", 51679: "ECS agent", 51680: "ECS agent",
	1433: "SQL Server", 1521: "Oracle", 2049: "NFS", 2181: "ZooKeeper", 3306: "MySQL", 5432: "PostgreSQL", 5439: "Redshift",
	5601: "Kibana", 5672: "RabbitMQ", 6379: "Redis", 8086: "InfluxDB", 9042: "Cassandra", 9092: "Kafka", 9093: "Kafka", 9094: "Kafka",
	9200: "Elasticsearch", 9300: "Elasticsearch", 11211: "Memcached", 15672: "RabbitMQ", 27017: "MongoDB", 27018: "MongoDB", 27019: "MongoDB",
}
