package main

// secrets are the actions that hand out credentials or secrets: whoever may call
// one holds, in its answer, something that opens more than the call itself.
//
// The reads among them count like writes, so only what AWS documents is here.
// Left out on purpose:
//
//   - Tokens that stand for nobody but the caller and open only what the caller
//     was granted anyway: ecr, ecr-public and codeartifact GetAuthorizationToken,
//     sts:GetSessionToken, sts:GetServiceBearerToken, sts:GetWebIdentityToken,
//     s3:GetDataAccess and lakeformation:GetTemporaryGlue…Credentials (S3 Access
//     Grants and Lake Formation ask what the caller was granted), s3express:CreateSession,
//     signin:CreateOAuth2Token, connect:GetFederationToken, redshift…:GetIdentityCenterAuthToken.
//   - What anybody may call unsigned: cognito-identity:GetCredentialsForIdentity, GetOpenIdToken.
//   - Signed URLs of the service's own data (ecr:GetDownloadUrlForLayer) and of consoles.
//   - Descriptions of things that somebody may have put a secret into
//     (lambda:GetFunction, ecs:DescribeTaskDefinition, amplify:GetApp, apigateway:GET,
//     ec2:DescribeVpnConnections, mediapackage:DescribeChannel).
//   - Actions whose answer AWS doesn't document (cloudwatch:GetSpaceCredentials).
//   - Permissions to log in with a token that the caller makes (rds-db:connect).
//   - Metadata of secrets: cognito-idp:ListUserPoolClientSecrets,
//     lightsail:GetBucketAccessKeys, aidevops:GetAccessToken.
var secrets = []string{
	// Reads and lists.

	"acm:ExportCertificate",                               // the certificate's private key, under a passphrase of the caller's choice
	"acm:GetAcmeExternalAccountBindingCredentials",        // the key that binds an ACME account, good for certificates
	"amplifybackend:GetToken",                             // a one-time code that logs in to the Amplify admin UI
	"appsync:ListApiKeys",                                 // an API key's id is the key
	"bedrock-agentcore:GetResourceApiKey",                 // the API key of an outside service, from the vault
	"bedrock-agentcore:GetResourceOauth2Token",            // an OAuth token for an outside service
	"bedrock-agentcore:GetResourcePaymentToken",           // a token that authenticates payments
	"cloud9:CreateEnvironmentToken",                       // a token that opens the development environment
	"codeconnections:GetConnectionToken",                  // a token for the connected GitHub, GitLab or Bitbucket
	"codepipeline:GetJobDetails",                          // session credentials for the artifact bucket, and the action's secrets
	"codepipeline:GetThirdPartyJobDetails",                // the same, for partner actions
	"codestar-connections:GetConnectionToken",             // the older name of the codeconnections action
	"cognito-identity:GetOpenIdTokenForDeveloperIdentity", // a token for any user of the identity pool
	"cognito-idp:DescribeIdentityProvider",                // the client secret at Google, Facebook, Apple or an OIDC provider
	"cognito-idp:DescribeUserPoolClient",                  // the app client's secret
	"datazone:GetConnection",                              // the connection's access key and session token
	"datazone:GetDomainExecutionRoleCredentials",          // credentials of the domain's role
	"datazone:GetEnvironmentCredentials",                  // credentials of the environment's role
	"ec2:GetPasswordData",                                 // the Windows administrator's password, under the instance's key pair
	"eks-auth:AssumeRoleForPodIdentity",                   // credentials of a pod's role, for its service account token
	"emr-serverless:GetSessionEndpoint",                   // a token for the Spark session, which runs with the job's role
	"finspace-api:GetProgrammaticAccessCredentials",       // session credentials for the FinSpace environment
	"gamelift:GetComputeAccess",                           // session credentials that open a shell on the fleet's host
	"gamelift:GetComputeAuthToken",                        // a token with which a host speaks for the fleet
	"gamelift:GetInstanceAccess",                          // the user and SSH key or password of the fleet's host
	"gamelift:RequestUploadCredentials",                   // session credentials for the bucket of game builds
	"geo:DescribeKey",                                     // the API key itself
	"glue:GetConnection",                                  // the data store's password, unless HidePassword is asked for
	"glue:GetConnections",                                 // the same, of all connections
	"glue:GetSessionEndpoint",                             // a token for the Spark session, which runs with the session's role
	"ivs:BatchGetStreamKey",                               // the keys that may broadcast on the channels
	"ivs:GetStreamKey",                                    // the key that may broadcast on the channel
	"license-manager:GetAccessToken",                      // a token that AssumeRoleWithWebIdentity takes
	"pca-connector-scep:GetChallengePassword",             // the password that gets certificates from the private CA
	"route53globalresolver:GetAccessToken",                // the token's value
	"secretsmanager:BatchGetSecretValue",                  // the secrets
	"secretsmanager:GetSecretValue",                       // the secret
	"snowball:GetJobUnlockCode",                           // the code that unlocks the device's data
	"ssm:GetAccessToken",                                  // session credentials for just-in-time node access
	"ssm:GetParameter",                                    // the parameter's value, decrypted
	"ssm:GetParameterHistory",                             // all values that the parameter has had, decrypted
	"ssm:GetParameters",                                   // the parameters' values, decrypted
	"ssm:GetParametersByPath",                             // the values of a whole path, decrypted
	"states:RevealSecrets",                                // secrets in the requests of a tested state
	"storagegateway:DescribeChapCredentials",              // the CHAP secrets of an iSCSI target

	// Writes and permissions management: the plain cases.

	"codepipeline:PollForJobs",                            // session credentials for the artifact bucket, and the action's secrets
	"codepipeline:PollForThirdPartyJobs",                  // the same, for partner actions
	"connect:AdminGetEmergencyAccessToken",                // a token that logs in as an administrator of the instance
	"deadline:AssumeFleetRoleForRead",                     // credentials of the fleet's role
	"deadline:AssumeFleetRoleForWorker",                   // credentials of the fleet's role
	"deadline:AssumeQueueRoleForRead",                     // credentials of the queue's role
	"deadline:AssumeQueueRoleForUser",                     // credentials of the queue's role
	"deadline:AssumeQueueRoleForWorker",                   // credentials of the queue's role
	"elasticmapreduce:GetClusterSessionCredentials",       // the user and password of a session on the cluster
	"elasticmapreduce:GetSessionEndpoint",                 // a token and password for the Spark session
	"emr-containers:GetManagedEndpointSessionCredentials", // a session token for the endpoint
	"events:RetrieveConnectionCredentials",                // the connection's API key, password or OAuth secret
	"iam:CreateAccessKey",                                 // a secret access key
	"iam:CreateServiceSpecificCredential",                 // a password or API key for the service
	"iam:ResetServiceSpecificCredential",                  // a new password for the service
	"kms:Decrypt",                                         // whatever the key protects
	"lightsail:DownloadDefaultKeyPair",                    // the region's SSH private key
	"lightsail:GetInstanceAccessDetails",                  // the instance's temporary SSH key or password
	"lightsail:GetRelationalDatabaseMasterUserPassword",   // the master password
	"payment-cryptography:DecryptData",                    // the plain text of card data
	"redshift-serverless:GetCredentials",                  // a temporary database password
	"redshift:GetClusterCredentials",                      // a temporary database password, for any database user
	"redshift:GetClusterCredentialsWithIAM",               // a temporary database password
	"sts:AssumeRole",                                      // credentials of the role
	"sts:AssumeRoleWithSAML",                              // credentials of the role
	"sts:AssumeRoleWithWebIdentity",                       // credentials of the role
	"sts:AssumeRoot",                                      // credentials of a member account's root user
	"sts:GetDelegatedAccessToken",                         // credentials of whoever delegated the access
	"sts:GetFederationToken",                              // credentials that outlive the access key they were got with
	"workmail:AssumeImpersonationRole",                    // a token that opens other people's mailboxes
}
