//go:generate go run ../internal/tools/docs

// Package rules holds the rules, one a file. This list is what the plugin has; pages, tests and the index are made of it.
package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// All are the rules, in the order of the risks that they are about.
var All = []rule.Rule{
	RepositoryScanOnPushDisabled,
	RuntimePackageInstall,
	SSHServer,
	MissingHealthCheck,
	PlaintextSecret,
	InvalidSecretReference,
	EnvironmentFile,
	LatestImageTag,
	ImageWithoutDigest,
	RepositoryMutableTags,
	SigningProfilePublicPermission,
	UntrustedRegistry,
	VersionConsistencyDisabled,
	InsecureRegistry,
	RepositoryMissingLifecyclePolicy,
	RepositoryPolicyPublicAccess,
	RepositoryPolicyBroadAction,
	RepositoryPolicyCrossAccountPush,
	RegistryPolicyWildcard,
	EndpointOpenPolicy,
	PolicyAdminAccess,
	AdminPolicyAttached,
	PrivilegeEscalation,
	PolicyPassRoleAny,
	PolicyWildcardAction,
	PolicyWildcardResource,
	RoleBroadManagedPolicy,
	PolicyAllowsUnloggedExec,
	UserPolicyAttached,
	RoleAssumableByAnyone,
	RoleHostAndTask,
	AccessKeyInContainer,
	RoleOIDCSubjectTooBroad,
	RoleCrossAccountWithoutCondition,
	RoleConfusedDeputy,
	SharedRole,
	MissingTaskRole,
	OpenIngress,
	HostNetwork,
	Links,
	UnencryptedEFSTransit,
	InstanceProfileOverprivileged,
	HostPort,
	OpenEgress,
	DNSOverride,
	PrivilegedContainer,
	RootUser,
	WritableRootFilesystem,
	DangerousCapabilities,
	CapabilitiesNotDropped,
	HostPID,
	HostIPC,
	HostDevice,
	MissingMemoryLimit,
	MissingLogConfiguration,
	UnconfinedSecurityProfile,
	UnsafeSystemControl,
	FaultInjection,
	MissingInitProcess,
	Interactive,
	MissingSecurityProfile,
	SensitiveHostPath,
	WritableHostMount,
	WritableVolumesFrom,
	UnreadableTaskDefinition,
	UnreadablePolicy,
}

// text is a value that is known, for a message.
func text(v *eval.Value) string {
	s, _ := v.Text()
	return s
}
