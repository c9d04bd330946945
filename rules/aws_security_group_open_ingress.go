package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/network"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// OpenIngress reports security groups that let the internet in where it has no business.
var OpenIngress = rule.Rule{
	Name:  "aws_security_group_open_ingress",
	Title: "Open to the internet",
	Reports: "A rule of a security group that lets the whole internet in: on every port, on a port of administration, of a container runtime or an orchestrator, " +
		"on a data store's port (a warning), or on any port of a group that tasks or nodes use (a warning for tasks without a public address).",
	Why: "What listens on such a port is found by scanners within minutes and attacked for as long as it is open. A container runtime, a kubelet or etcd that answers strangers " +
		"gives away the host or the whole cluster. Tasks and nodes that the internet reaches directly are without the load balancer in front of them, its certificates, logs and firewall.",
	Fix: "Let in only who has to come in: the load balancer's security group, the group of the clients, known addresses.\n\n" +
		"```hcl\nresource \"aws_vpc_security_group_ingress_rule\" \"web\" {\n  security_group_id            = aws_security_group.task.id\n  referenced_security_group_id = aws_security_group.load_balancer.id\n  ip_protocol                  = \"tcp\"\n  from_port                    = 8080\n  to_port                      = 8080\n}\n```\n\n" +
		"To work on a host, use Session Manager or ECS Exec: they need no open port.",
	Silent: []string{
		"Ports 80 and 443 of a group that a load balancer of the module uses, and SFTP of a group that an AWS Transfer server uses.",
		"The port of a service to which a network load balancer hands on its clients with their addresses, or may.",
		"Any other port of a group that no task or node of the module uses; what a called module does with a group is not known.",
		"ICMP that tells of failures, such as type 3, which hosts need to find out how large a packet may be. Other ICMP is a notice where tasks or nodes use the group.",
		"A single port among the node ports of Kubernetes (30000-32767).",
		"The source is another security group, the group itself, a prefix list or a private range. Public ranges from /2 to /7 are a notice with `preset = \"all\"`.",
		"The port is not known, unless tasks or nodes use the group: then it does not matter which one it is.",
	},
	Peers: []string{
		"Security Hub EC2.13, EC2.14, EC2.18, EC2.19", "Checkov CKV_AWS_24, CKV_AWS_25, CKV_AWS_260, CKV_AWS_277", "Trivy AVD-AWS-0107",
		"KICS 65905cec", "Prowler `ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22` and others",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html",
		"https://kubernetes.io/docs/reference/networking/ports-and-protocols/",
		"https://github.com/aws/amazon-ecs-agent",
	},
	Risks:    []nist.Risk{nist.PoorlySeparatedTraffic},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Options: []rule.Option{
		{
			Name: "administration_ports",
			Default: []string{
				"22", "23", "2375-2377", "2379-2380", "3389", "3389/udp", "4789/udp", "5900-5903", "5985-5986", "6443", "8472/udp",
				"10250", "10255", "30000-32767", "51678-51680",
			},
			Doc: "Ports of administration, container runtimes and orchestrators, which are an error wherever they are open: TCP, or UDP with `/udp`. " +
				"The node ports 30000-32767 count only where all of them are open.",
			Check: ports,
		},
		{
			Name: "data_store_ports",
			Default: []string{
				"1433", "1521", "2049", "2181", "3306", "5432", "5439", "5601", "5672", "6379", "8086", "9042", "9092-9094", "9200", "9300",
				"11211", "11211/udp", "15672", "27017-27019",
			},
			Doc:   "Ports of data stores and message brokers, which are a warning wherever they are open.",
			Check: ports,
		},
	},
	Reads: network.RuleTypes,
	Check: func(p *rule.Pass) {
		administration, _ := network.ParsePortList(p.Strings("administration_ports"))
		dataStores, _ := network.ParsePortList(p.Strings("data_store_ports"))
		for _, r := range p.SecurityGroupRules() {
			if r.Direction == network.Ingress {
				openIngress(p, r, administration, dataStores)
			}
		}
	},
}

// ports checks an option that is a list of ports.
func ports(value any) error {
	_, err := network.ParsePortList(value.([]string))
	return err
}

// openIngress reports a rule of a security group once, as the worst that it is.
func openIngress(p *rule.Pass, r network.Rule, administration, dataStores network.PortList) {
	internet, who := r.World(), "the internet"
	worst, mild := rule.Error, rule.Warning
	if internet == nil && p.Everything {
		internet, who = r.Part(), "a large part of the internet"
		worst, mild = rule.Notice, rule.Notice
	}
	if internet == nil {
		return
	}
	workload := r.Workload()
	listed, stored := administration.OpenedBy(r), dataStores.OpenedBy(r)
	switch {
	case r.EveryPort():
		p.ReportAs(worst, internet.At, "%s opens %s to %s (%s), whatever listens there now or later; "+
			"allow single ports, from known sources", r.Group, r.Opens(), who, internet)
	case r.Intended():
	case listed != "":
		p.ReportAs(worst, internet.At, "%s opens %s to %s (%s), where anyone may try to take over the host; "+
			"allow only known addresses or security groups", r.Group, listed, who, internet)
	case workload != "" && r.SomePort() && r.Reach() == network.FromInside:
		if mild == rule.Notice {
			return // nothing of what it lets in gets there
		}
		p.ReportAs(mild, internet.At, "%s opens %s of %s to every address (%s), and so to whatever is in its network; "+
			"allow only the security groups of its clients, such as a load balancer's", r.Group, r.Opens(), workload, internet)
	case workload != "" && r.SomePort():
		p.ReportAs(worst, internet.At, "%s opens %s of %s to %s (%s), which may connect to it directly; "+
			"allow only the security groups of its clients, such as a load balancer's", r.Group, r.Opens(), workload, who, internet)
	case stored != "":
		p.ReportAs(mild, internet.At, "%s opens %s to %s (%s), where anyone may try to read the data; "+
			"allow only the security groups of its clients", r.Group, stored, who, internet)
	case workload != "" && r.Probes():
		p.ReportAs(rule.Notice, internet.At, "%s opens %s of %s to %s (%s), which shows scanners that it is there; "+
			"allow only messages that tell of failures", r.Group, r.Opens(), workload, who, internet)
	}
}
