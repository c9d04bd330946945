package network

import (
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// rule is a rule with ports as texts: "?" is not known, "" is absent.
func rule(protocol, from, to string) Rule {
	value := func(s string) *eval.Value {
		switch s {
		case "?":
			return eval.NewUnknown(eval.Place{}, &eval.Cause{What: "var.port"})
		case "":
			return eval.NewAbsent(eval.Place{})
		}
		return eval.NewText(s, eval.Place{})
	}
	return Rule{Protocol: protocolOf(value(protocol)), from: value(from), to: value(to)}
}

func TestProtocol(t *testing.T) {
	place := eval.Place{}
	for want, spellings := range map[Protocol][]string{
		EveryProtocol: {"-1", "all", "ALL"}, TCP: {"tcp", "TCP", "6", " tcp "}, UDP: {"udp", "Udp", "17"}, ICMP: {"icmp", "1"},
		ICMPv6: {"icmpv6", "ICMPv6", "58"}, "esp": {"esp"}, "47": {"47"}, UnknownProtocol: {"", "?"},
	} {
		for _, s := range spellings {
			if got := rule(s, "0", "0").Protocol; got != want {
				t.Errorf("protocol %q is %q, want %q", s, got, want)
			}
		}
	}
	if got := protocolOf(eval.NewNumber(-1, place)); got != EveryProtocol {
		t.Errorf("protocol -1 is %q", got)
	}
	text := func(s string) *eval.Value { return eval.NewText(s, place) }
	if got := protocolOf(eval.Choose(place, text("-1"), text("all"))); got != EveryProtocol {
		t.Errorf("protocol -1 or all is %q", got)
	}
	if got := protocolOf(eval.Choose(place, text("-1"), text("tcp"))); got != UnknownProtocol {
		t.Errorf("protocol -1 or tcp is %q", got)
	}
}

func TestOpens(t *testing.T) {
	for _, test := range []struct {
		rule  Rule
		opens string
		what  string // of every, some, probes: what holds of the rule
	}{
		{rule("-1", "0", "0"), "every port", "every"},
		{rule("-1", "?", "?"), "every port", "every"},
		{rule("-1", "", ""), "every port", "every"},
		{rule("all", "443", "443"), "every port", "every"},
		{rule("tcp", "0", "65535"), "every TCP port", "every some"},
		{rule("udp", "1", "65535"), "every UDP port", "every some"},
		{rule("tcp", "2", "65535"), "ports 2-65535", "some"},
		{rule("tcp", "0", "0"), "port 0", ""},
		{rule("tcp", "22", "22"), "port 22 (SSH)", "some"},
		{rule("6", "80", "80"), "port 80 (HTTP)", "some"},
		{rule("tcp", "80", "443"), "ports 80-443", "some"},
		{rule("udp", "53", "53"), "UDP port 53 (DNS)", "some"},
		{rule("udp", "5000", "5010"), "UDP ports 5000-5010", "some"},
		{rule("tcp", "9092", "9094"), "ports 9092-9094 (Kafka)", "some"},
		{rule("tcp", "9092", "9095"), "ports 9092-9095", "some"},
		{rule("tcp", "30000", "32767"), "ports 30000-32767 (Kubernetes node ports)", "some"},
		{rule("tcp", "?", "?"), "port var.port", "some"},
		{rule("tcp", "22", "?"), "port 22 (SSH)", "some"},
		{rule("tcp", "?", "443"), "port 443 (HTTPS)", "some"},
		{rule("tcp", "0", "?"), "port 0", ""},
		{rule("tcp", "", ""), "a port", ""},
		{rule("tcp", "443", "80"), "a port", ""},
		{rule("tcp", "0", "70000"), "a port", ""},
		{rule("icmp", "-1", "-1"), "ICMP", "probes"},
		{rule("icmp", "8", "0"), "ICMP", "probes"},
		{rule("icmp", "3", "4"), "ICMP", ""},
		{rule("icmp", "?", "?"), "ICMP", ""},
		{rule("58", "128", "0"), "ICMPv6", "probes"},
		{rule("icmpv6", "2", "0"), "ICMPv6", ""},
		{rule("esp", "0", "0"), "ESP", ""},
	} {
		if got := test.rule.Opens(); got != test.opens {
			t.Errorf("%s opens %q, want %q", written(test.rule), got, test.opens)
		}
		for what, got := range map[string]bool{
			"every": test.rule.EveryPort(), "some": test.rule.SomePort(), "probes": test.rule.Probes(),
		} {
			if want := strings.Contains(" "+test.what+" ", " "+what+" "); got != want {
				t.Errorf("%s: %s is %v, want %v", written(test.rule), what, got, want)
			}
		}
	}
}

func written(r Rule) string {
	from, _ := r.from.Text()
	to, _ := r.to.Text()
	return string(r.Protocol) + " " + from + "-" + to
}

func TestPortList(t *testing.T) {
	list, err := ParsePortList([]string{"22", "23", "80-90", "53/udp", "161/UDP", "8000/tcp", "30000-32767"})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		rule Rule
		want string
	}{
		{rule("tcp", "22", "22"), "port 22 (SSH)"},
		{rule("tcp", "22", "23"), "ports 22-23 with 22 (SSH) and 23 (Telnet)"},
		{rule("tcp", "0", "100"), "ports 0-100 with 22 (SSH), 23 (Telnet) and 80-90"},
		{rule("tcp", "1", "65000"), "ports 1-65000 with 22 (SSH), 23 (Telnet), 80-90 and 2 more"},
		{rule("tcp", "85", "85"), "port 85"},
		{rule("tcp", "88", "99"), "ports 88-99 with 88-90"},
		{rule("udp", "53", "53"), "UDP port 53 (DNS)"},
		{rule("tcp", "53", "53"), ""},
		{rule("udp", "22", "22"), ""},
		{rule("tcp", "30000", "32767"), "ports 30000-32767 (Kubernetes node ports)"},
		{rule("tcp", "30000", "40000"), "ports 30000-40000 with 30000-32767 (Kubernetes node ports)"},
		{rule("tcp", "30080", "30080"), ""},
		{rule("tcp", "31000", "61000"), ""},
		{rule("tcp", "22", "?"), "port 22 (SSH)"},
		{rule("tcp", "?", "?"), ""},
		{rule("?", "22", "22"), ""},
	} {
		if got := list.OpenedBy(test.rule); got != test.want {
			t.Errorf("%s: %q, want %q", written(test.rule), got, test.want)
		}
	}
}

func TestParsePortList(t *testing.T) {
	for _, s := range []string{"", "ssh", "22/icmp", "22/", "-1", "0", "65536", "90-80", "80-", "80-90-100", "22,23"} {
		if _, err := ParsePortList([]string{"22", s}); err == nil || !strings.Contains(err.Error(), `"22"`) {
			t.Errorf("%q: the error is %v", s, err)
		}
	}
	if list, err := ParsePortList(nil); err != nil || len(list) != 0 {
		t.Errorf("an empty list is %v, %v", list, err)
	}
}
