package iam

import "testing"

// How much of a service a resource pattern takes in.
func TestReach(t *testing.T) {
	for _, test := range []struct {
		service, resource string
		want              Reach
	}{
		{"s3", `"*"`, Everything},
		{"s3", `"**"`, Everything},
		{"s3", `"arn:aws:*"`, Everything},
		{"s3", `"arn:*:*:*:*:*"`, Everything},
		{"s3", `"arn:aws:s3:::*"`, Everything},
		{"s3", `"arn:aws:s3:*:*:*"`, Everything},
		{"s3", `"arn:aws:s3:::*/*"`, Everything},
		{"s3", `"arn:${var.x}:s3:::*"`, Everything},
		{"s3", `"arn:aws:s3:::logs-*"`, Few},
		{"s3", `"arn:aws:s3:::bucket/*"`, Few},
		{"s3", `"arn:aws:s3:::${var.x}/*"`, Few},
		{"s3", `"${aws_s3_bucket.b.arn}/*"`, Few},
		{"s3", `aws_s3_bucket.b.arn`, Few},
		{"s3", `"arn:aws:sqs:*:*:*"`, Nothing},
		{"sqs", `"arn:aws:sqs:*:*:*"`, Everything},
		{"sqs", `"arn:aws:sqs:*:123456789012:*"`, Everything},
		{"sqs", `"arn:aws:sqs:eu-west-1:123456789012:*"`, Region},
		{"sqs", `"arn:aws:sqs:${var.x}:123456789012:*"`, Region},
		{"sqs", `"arn:aws:sqs:*:*:prod-*"`, Few},
		{"ecs", `"arn:aws:ecs:*:*:*"`, Everything},
		{"ECS", `"arn:aws:ecs:*:*:*"`, Everything},
		{"ec?", `"arn:aws:ecs:*:*:*"`, Everything},
		{"*", `"arn:aws:ecs:*:*:*"`, Everything},
		{"ecs", `"arn:aws:ecs:*:*:service/*"`, Kind},
		{"ecs", `"arn:aws:ecs:eu-west-1:*:service/*/*"`, Kind},
		{"ecs", `"arn:aws:ecs:*:*:service/web/*"`, Few},
		{"ecs", `"arn:aws:ecs:*:*:service/${var.x}/*"`, Few},
		{"iam", `"arn:aws:iam::*:*"`, Everything},
		{"iam", `"arn:aws:iam::123456789012:*"`, Everything},
		{"iam", `"arn:aws:iam::*:role/*"`, Kind},
		{"iam", `"arn:aws:iam::${var.x}:role/*"`, Kind},
		{"iam", `"arn:aws:iam::*:role/app-*"`, Few},
		{"iam", `"arn:aws:iam::*:role/service-role/*"`, Few},
		{"iam", `"arn:aws:iam::*:user/$${aws:username}"`, Few},
		{"iam", `"arn:aws:iam::*:role*"`, Kind},
		{"iam", `"arn:aws:iam::*:rol*"`, Few},
		{"iam", `"arn:aws:iam::*"`, Everything}, // a star at the end of a field takes in the fields that follow
		{"iam", `"arn:aws:iam:*"`, Everything},
		{"s3", `"arn:aws:s3:*"`, Everything},
		{"s3", `"arn:aws:sqs:*"`, Nothing},
		{"sqs", `"arn:aws:sqs:eu-west-1:*"`, Region},
		{"sqs", `"arn:aws:sqs"`, Few},
		{"sts", `"arn:aws:iam::*:role/*"`, Kind},
		{"sts", `"arn:aws:sts::*:*"`, Nothing},
		{"ssm", `"arn:aws:ssm:*:*:parameter/*"`, Kind},
		{"ssm", `"arn:aws:ssm:*:*:parameter*"`, Kind},
		{"ssm", `"arn:aws:ssm:*:*:parameter/app/*"`, Few},
		{"ssm", `"arn:aws:ec2:*:*:instance/*"`, Kind},
		{"secretsmanager", `"arn:aws:secretsmanager:*:*:secret:*"`, Everything},
		{"secretsmanager", `"arn:aws:secretsmanager:eu-west-1:*:secret:*"`, Region},
		{"secretsmanager", `"arn:aws:secretsmanager:*:*:secret:app-*"`, Few},
		{"logs", `"arn:aws:logs:*:*:*"`, Everything},
		{"logs", `"arn:aws:logs:*:*:log-group:*"`, Kind},
		{"logs", `"arn:aws:logs:*:*:log-group:*:*"`, Kind},
		{"logs", `"arn:aws:logs:*:*:log-group:*:log-stream:*"`, Kind},
		{"logs", `"arn:aws:logs:*:*:log-group:/ecs/app:*"`, Few},
		{"ecr", `"arn:aws:ecr:*:*:repository/*"`, Everything},
		{"ecr", `"arn:aws:ecr:*:*:repository/app/*"`, Few},
		{"ecr", `""`, Few},
		{"ecr", `"repository"`, Few},
		{"ecr", `var.x`, Few},
		{"ecr", `"${var.x}*"`, Few},
	} {
		s := statement(t, "Resource = "+test.resource)
		if got := parseResource(s.Resources()).reach(test.service); got != test.want {
			t.Errorf("%s on %s: %d, want %d", test.service, test.resource, got, test.want)
		}
	}
}
