// Package endpoint is the typed view of VPC endpoints: to which service they lead, and what their policies let through.
package endpoint

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

const (
	endpointType = "aws_vpc_endpoint"
	policyType   = "aws_vpc_endpoint_policy"
	// ServiceType is the data source that finds the name of a service's endpoint.
	ServiceType = "aws_vpc_endpoint_service"
)

// PolicyTypes are the resources in which an endpoint's policy is written.
var PolicyTypes = []string{endpointType, policyType}

// services are the services that containers pull from, report to and read from, by the end of their endpoints' names, with
// what IAM calls them. Endpoints that carry nothing but the channel of an agent (ecs-agent, ecs-telemetry, ssmmessages,
// ec2messages) are not among them: nothing of another account is reached through those.
// https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
var services = map[string]string{
	"ecr.api": "ecr", "ecr.dkr": "ecr", "ecs": "ecs", "s3": "s3", "secretsmanager": "secretsmanager", "ssm": "ssm", "logs": "logs",
}

// ServiceName is what the data source makes of its arguments: for a service (s3) the endpoint's name, which ends in it. What it
// begins with depends on the partition and the region: com.amazonaws.eu-west-1.s3.
func ServiceName(arguments *eval.Value) map[string]*eval.Value {
	service := arguments.Get("service")
	if service.Absent() {
		return nil
	}
	place := service.Place()
	region := eval.NewUnknown(place, &eval.Cause{Kind: eval.DataSource, What: "data." + ServiceType})
	return map[string]*eval.Value{"service_name": eval.Concat([]*eval.Value{region, eval.NewText(".", place), service}, place)}
}

// serviceOf is the service that an endpoint leads to, by the end of its name; empty where it is none of services, or not
// known. With FIPS the names end in -fips.
func serviceOf(name *eval.Value) string {
	suffix := strings.TrimSuffix(name.Suffix(), "-fips")
	for service := range services {
		if strings.HasSuffix(suffix, "."+service) {
			return service
		}
	}
	return ""
}

// Open is an endpoint that lets everyone do everything with a service, or several such that are written as one.
type Open struct {
	// At is the statement's resource, or where the policy would stand.
	At *eval.Value
	// Services are the ends of the endpoints' names: ecr.api.
	Services []string
	// Label is what lets everything through: the endpoint, or the statement of its policy.
	Label string
	// ByDefault tells that nobody has written a policy: AWS then lets everything through.
	// https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
	ByDefault bool
}

// OpenEndpoints are the endpoints of a module that are open. Those whose policy is a resource of its own are told there.
func OpenEndpoints(m *terraform.Module) []Open {
	var out []Open
	add := func(r *terraform.Resource, service string) {
		for _, found := range open(m, r, service) {
			same := func(o Open) bool { return o.Label == found.Label && o.At.Place().Same(found.At.Place()) }
			if i := slices.IndexFunc(out, same); i < 0 {
				out = append(out, found)
			} else if !slices.Contains(out[i].Services, service) {
				out[i].Services = append(out[i].Services, service)
			}
		}
	}
	for _, r := range m.Resources(endpointType) {
		if service := serviceOf(r.Get("service_name")); service != "" && !hasOwnPolicy(m, r) {
			add(r, service)
		}
	}
	for _, r := range m.Resources(policyType) {
		for _, service := range servicesOf(m, r.Get("vpc_endpoint_id")) {
			add(r, service)
		}
	}
	return out
}

// open is what is open about the policy of a resource for the endpoint of a service.
func open(m *terraform.Module, r *terraform.Resource, service string) []Open {
	policy := r.Get("policy")
	if policy.Absent() {
		return []Open{{At: policy, Services: []string{service}, Label: r.Address(), ByDefault: true}}
	}
	document := iam.NewDocument(m, r.Address(), policy)
	if document.MayLimit() {
		return nil
	}
	var out []Open
	for _, s := range document.Statements() {
		if at := s.Everywhere(services[service]); at != nil {
			out = append(out, Open{At: at, Services: []string{service}, Label: s.Label()})
		}
	}
	return out
}

// hasOwnPolicy tells whether a resource of its own is the policy of the endpoint, or may be, or one of a module that the
// endpoint is handed to.
func hasOwnPolicy(m *terraform.Module, r *terraform.Resource) bool {
	for _, p := range m.Resources(policyType) {
		if mayBeFor(m, p.Get("vpc_endpoint_id"), r) {
			return true
		}
	}
	return slices.ContainsFunc(m.UsesOf(r.Address()), func(u terraform.Use) bool { return u.Kind == "module" })
}

// mayBeFor tells whether an id is that of the endpoint, or may be: one that refers to it, or of which it is not known where it
// comes from, unless it leads to another service.
func mayBeFor(m *terraform.Module, id *eval.Value, r *terraform.Resource) bool {
	if _, written := id.Text(); written {
		return false // an id that is written is that of an endpoint which exists
	}
	elsewhere := false
	for _, ref := range id.Refs() {
		if isOf(ref, r) {
			return true
		}
		elsewhere = elsewhere || strings.HasPrefix(ref.Address, endpointType+".") || strings.HasPrefix(ref.Address, "module.")
	}
	found := servicesOf(m, id)
	return !elsewhere && (len(found) == 0 || slices.Contains(found, serviceOf(r.Get("service_name"))))
}

// isOf tells whether a reference is to the resource, or may be to this instance of it.
func isOf(ref eval.Ref, r *terraform.Resource) bool {
	return ref.Address == r.Address() && (ref.Key == r.Key || ref.Key == "" || r.Key == "")
}

// servicesOf are the services of the endpoints that an id may be of.
func servicesOf(m *terraform.Module, id *eval.Value) []string {
	var out []string
	for _, ref := range id.Refs() {
		b := m.Find(ref.Address)
		if b == nil || b.Type != endpointType {
			continue
		}
		for _, r := range b.Instances() {
			if service := serviceOf(r.Get("service_name")); isOf(ref, r) && service != "" && !slices.Contains(out, service) {
				out = append(out, service)
			}
		}
	}
	return out
}
