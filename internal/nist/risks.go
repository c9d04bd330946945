package nist

// The risks, with the countermeasure that AWS has, and with what Terraform can't show of them.
var (
	ImageVulnerabilities = Risk{"3.1.1", "Image vulnerabilities",
		"Scan images in ECR: basic scanning on push, or enhanced scanning with Amazon Inspector, for the whole registry.",
		"Which vulnerabilities an image has, and whether a scan in a pipeline stops a deployment: both live outside Terraform."}
	ImageConfigurationDefects = Risk{"3.1.2", "Image configuration defects",
		"Build small images that run as an ordinary user, install nothing at run time and hold no SSH server.",
		"What is in a Dockerfile or an image. Terraform shows only what a task definition overrides or runs."}
	EmbeddedMalware = Risk{"3.1.3", "Embedded malware",
		"GuardDuty malware protection and runtime monitoring.",
		"What is in an image. Terraform shows whether AWS looks for malware where containers run."}
	EmbeddedSecrets = Risk{"3.1.4", "Embedded clear text secrets",
		"Keep secrets in Secrets Manager or Parameter Store, and refer to them from task definitions.",
		"Secrets inside images. Terraform shows those in task definitions, user data and build projects."}
	UntrustedImages = Risk{"3.1.5", "Use of untrusted images",
		"Immutable tags or digests, trusted registries, and signatures made with AWS Signer.",
		"Whether an image's signature is valid, and whether it is checked before the image runs."}

	InsecureRegistryConnections = Risk{"3.2.1", "Insecure connections to registries",
		"ECR speaks HTTPS only; VPC endpoints keep the traffic inside AWS.",
		"How people and pipelines log in to registries."}
	StaleImages = Risk{"3.2.2", "Stale images in registries",
		"ECR lifecycle policies that expire old images.",
		"How old the images in a registry are, and which of them run."}
	RegistryAuthentication = Risk{"3.2.3", "Insufficient authentication and authorization restrictions",
		"ECR repository and registry policies for named principals, and endpoint policies.",
		"Policies of the organization, and who calls in fact."}

	UnboundedAdministrativeAccess = Risk{"3.3.1", "Unbounded administrative access",
		"IAM policies with the least privilege for ECS, EKS and ECR; Kubernetes access entries.",
		"Who uses a role in fact, what other stacks attach to it, and Kubernetes roles that are not made with Terraform."}
	UnauthorizedAccess = Risk{"3.3.2", "Unauthorized access",
		"IAM and short-lived credentials for everything that talks to the orchestrator; narrow trust policies.",
		"Identity providers outside AWS, and credentials that people keep."}
	PoorlySeparatedTraffic = Risk{"3.3.3", "Poorly separated inter-container network traffic",
		"A security group for each service that takes traffic only from the groups that need it.",
		"Traffic that flows, and network policies inside a Kubernetes cluster."}
	MixedSensitivity = Risk{"3.3.4", "Mixing of workload sensitivity levels",
		"Clusters, node groups and accounts of their own for sensitive workloads; Fargate.",
		"How sensitive a workload is: nothing in Terraform says so."}
	NodeTrust = Risk{"3.3.5", "Orchestrator node trust",
		"Fargate, or hosts with a role that can do no more than a host has to, and IMDSv2.",
		"Hosts that join a cluster from elsewhere."}

	RuntimeVulnerabilities = Risk{"3.4.1", "Vulnerabilities within the runtime software",
		"Fargate, or container-optimized AMIs that are supported and renewed.",
		"Which version of the runtime a host runs now."}
	UnboundedNetworkAccess = Risk{"3.4.2", "Unbounded network access from containers",
		"Security groups whose egress names destinations, Network Firewall, VPC endpoints.",
		"Where containers connect to in fact."}
	InsecureRuntimeConfiguration = Risk{"3.4.3", "Insecure container runtime configurations",
		"Containers without privileges, with an ordinary user, a read-only root file system, few capabilities and limits.",
		"What an image sets itself, for example its user."}
	ApplicationVulnerabilities = Risk{"3.4.4", "App vulnerabilities",
		"AWS WAF in front of what the internet reaches, and runtime monitoring.",
		"Faults of the application."}
	RogueContainers = Risk{"3.4.5", "Rogue containers",
		"Only pipelines may start tasks, only from trusted registries; AWS Config and GuardDuty see the rest.",
		"Containers that are started without Terraform."}

	LargeAttackSurface = Risk{"3.5.1", "Large attack surface",
		"Fargate, Bottlerocket or another container-optimized operating system.",
		"What else is installed on a host."}
	SharedKernel = Risk{"3.5.2", "Shared kernel",
		"Fargate, where every task has a kernel of its own; seccomp and no host namespaces elsewhere.",
		"Which containers the scheduler puts on one host."}
	HostComponentVulnerabilities = Risk{"3.5.3", "Host OS component vulnerabilities",
		"AMIs that are renewed regularly, and Systems Manager patching.",
		"The state of a running host."}
	ImproperUserAccessRights = Risk{"3.5.4", "Improper user access rights",
		"No logins on hosts, Session Manager with a log, no containers with the powers of the host's root.",
		"Who logs in to a host in fact."}
	HostFileSystemTampering = Risk{"3.5.5", "Host OS file system tampering",
		"No mounts of the host's own directories, read-only mounts and root file systems.",
		"What containers write in fact."}
)

// Groups are all risks, in the order of the publication.
var Groups = []Group{
	{"3.1", "Image risks", []Risk{ImageVulnerabilities, ImageConfigurationDefects, EmbeddedMalware, EmbeddedSecrets, UntrustedImages}},
	{"3.2", "Registry risks", []Risk{InsecureRegistryConnections, StaleImages, RegistryAuthentication}},
	{"3.3", "Orchestrator risks", []Risk{UnboundedAdministrativeAccess, UnauthorizedAccess, PoorlySeparatedTraffic, MixedSensitivity, NodeTrust}},
	{"3.4", "Container risks", []Risk{RuntimeVulnerabilities, UnboundedNetworkAccess, InsecureRuntimeConfiguration, ApplicationVulnerabilities, RogueContainers}},
	{"3.5", "Host OS risks", []Risk{LargeAttackSurface, SharedKernel, HostComponentVulnerabilities, ImproperUserAccessRights, HostFileSystemTampering}},
}
