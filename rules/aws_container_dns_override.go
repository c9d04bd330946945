package rules

import (
	"cmp"
	"net/netip"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// DNSOverride reports containers that ask name servers on the internet.
var DNSOverride = rule.Rule{
	Name:    "aws_container_dns_override",
	Title:   "Name servers on the internet",
	Reports: "A container of ECS with a name server, or a fixed host name, that is a public address.",
	Why: "Names that are asked of a public server pass by Route 53 Resolver DNS Firewall, its query log and GuardDuty: malware finds its servers, " +
		"and data leaves in names, without a trace.",
	Fix: "Remove `dnsServers`, so that the VPC's resolver answers, or name servers of your own network:\n\n```hcl\ndnsServers = [\"10.0.0.2\"]\n```",
	Silent: []string{
		"Addresses that are not public: private, link-local such as `169.254.169.253`, loopback.",
		"The carrier has no such fields (all but ECS task definitions).",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-dnsServers",
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html",
	},
	Risks:    []nist.Risk{nist.UnboundedNetworkAccess},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if !c.Can("dnsServers") {
				continue
			}
			for _, server := range c.Field("dnsServers").Items() {
				if public(server) {
					p.Report(server, "%s asks the name server %s on the internet, past the VPC's resolver and its firewall; remove it from dnsServers", c.Name(), text(server))
				}
			}
			for _, host := range c.Entries("extraHosts") {
				if address := host("ipAddress"); public(address) {
					p.Report(address, "%s takes %s for %s without asking the VPC's resolver; remove it from extraHosts", c.Name(), text(address), cmp.Or(text(host("hostname")), "a name"))
				}
			}
		}
	},
}

// public tells whether a value is certainly an address on the internet.
func public(v *eval.Value) bool {
	address, err := netip.ParseAddr(text(v))
	return err == nil && address.IsGlobalUnicast() && !address.IsPrivate() && !sharedAddresses.Contains(address)
}

// sharedAddresses are those of carriers, which VPCs use inside too: https://www.rfc-editor.org/rfc/rfc6598
var sharedAddresses = netip.MustParsePrefix("100.64.0.0/10")
