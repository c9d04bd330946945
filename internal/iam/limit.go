package iam

import (
	"strings"
)

// Limit is how far conditions limit what an identity may do with a statement.
type Limit uint8

const (
	// Unlimited: no condition, or none that keeps anything out.
	Unlimited Limit = iota
	// ByContext: a condition on the caller, the place or the time (aws:RequestedRegion, MFA): within it the statement reaches
	// as far as without.
	ByContext
	// ByResource: a condition on what the action is done to, or with: aws:ResourceTag, ecs:cluster, iam:PassedToService.
	ByResource
	// Unknowable: it can't be known which conditions there are.
	Unknowable
)

// contextKeys are keys, lower case, that say nothing of the resource.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
var contextKeys = []string{
	"aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:currenttime", "aws:epochtime", "aws:federatedprovider",
	"aws:multifactorauthage", "aws:multifactorauthpresent", "aws:principalaccount", "aws:principalarn", "aws:principalisawsservice",
	"aws:principalorgid", "aws:principalorgpaths", "aws:principaltag/", "aws:principaltype", "aws:referer", "aws:requestedregion",
	"aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths", "aws:sourceaccount", "aws:sourcearn", "aws:sourceidentity",
	"aws:sourceip", "aws:sourcevpc", "aws:sourcevpcarn", "aws:sourcevpce", "aws:tokenissuetime", "aws:useragent", "aws:userid",
	"aws:username", "aws:viaawsservice", "aws:vpcsourceip", "ec2:region", "sts:rolesessionname", "sts:sourceidentity",
}

// Limit tells how far the statement's conditions limit it.
func (s Statement) Limit() Limit { return s.limitOf("") }

// limitOf is Limit for one of the statement's actions.
func (s Statement) limitOf(action string) Limit {
	conditions, open := s.Conditions()
	if open {
		return Unknowable
	}
	limit := Unlimited
	for _, c := range conditions {
		limit = max(limit, c.limitOf(action))
	}
	return limit
}

// alwaysThere are keys, lower case, that every request for an action has: there …IfExists makes no difference.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
var alwaysThere = map[string]string{
	PassRole:                "iam:passedtoservice",
	"iam:AttachGroupPolicy": "iam:policyarn",
	"iam:AttachRolePolicy":  "iam:policyarn",
	"iam:AttachUserPolicy":  "iam:policyarn",
}

func (c Condition) limitOf(action string) Limit {
	if key := alwaysThere[action]; key != "" && strings.EqualFold(c.Key, key) && !strings.HasPrefix(strings.ToLower(c.Operator), "forallvalues:") {
		c = c.plain()
	}
	return c.limit()
}

func (c Condition) limit() Limit {
	key := strings.ToLower(c.Key)
	// A tag that has to be there is put there on purpose, whatever its value is.
	isTag := strings.Contains(key, "tag/")
	switch {
	case key == "ssm:sessiondocumentaccesscheck":
		// The session can do no more than the documents that the statement names, whatever the operator:
		// https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-sessiondocumentaccesscheck.html
		return ByResource
	case c.test() == "null":
		if isTag && !c.some(func(s string) bool { return !strings.EqualFold(s, "false") }) {
			return ByResource
		}
		return Unlimited
	case c.vacuous(), key == "aws:securetransport", c.anyValue() && !isTag:
		return Unlimited
	case c.test() == "bool" && c.is(contextKeys) && c.says("false"):
		return Unlimited
	case key == "aws:sourceip" && c.some(isWorld):
		return Unlimited
	case c.is(contextKeys):
		return ByContext
	}
	return ByResource
}
