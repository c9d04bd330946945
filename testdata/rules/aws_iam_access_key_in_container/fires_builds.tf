resource "aws_iam_access_key" "deploy" {
  user = "deploy"
}

resource "aws_iam_access_key" "other_account" {
  user = "other-account"
}

resource "aws_ssm_parameter" "deploy" {
  name  = "/deploy/secret-access-key"
  type  = "SecureString"
  value = aws_iam_access_key.deploy.secret # expect warning: build project aws_codebuild_project.parameter is given aws_iam_access_key.deploy.secret of user "deploy" by way of aws_ssm_parameter.deploy, a key that works for whoever has it until it is deleted; allow the build's service role what its user may do, and remove the key
}

resource "aws_secretsmanager_secret" "deploy" {
  name = "deploy"
}

resource "aws_secretsmanager_secret_version" "deploy" {
  secret_id     = aws_secretsmanager_secret.deploy.id
  secret_string = jsonencode({ secret = aws_iam_access_key.deploy.secret }) # expect warning: build project aws_codebuild_project.buildspec is given aws_iam_access_key.deploy.secret of user "deploy" by way of aws_secretsmanager_secret_version.deploy, a key that works for whoever has it until it is deleted; allow the build's service role what its user may do, and remove the key
}

resource "aws_codebuild_project" "clear" {
  name         = "clear"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "AWS_ACCESS_KEY_ID"
      value = aws_iam_access_key.deploy.id
    }
    environment_variable {
      name  = "AWS_SECRET_ACCESS_KEY"
      value = aws_iam_access_key.deploy.secret # expect error: build project aws_codebuild_project.clear is given aws_iam_access_key.deploy.secret of user "deploy" in clear, a key that works for whoever has it until it is deleted; allow the build's service role what its user may do, and remove the key
    }
    # Another key is another finding.
    environment_variable {
      name  = "OTHER_ACCESS_KEY_ID"
      value = aws_iam_access_key.other_account.id # expect warning: build project aws_codebuild_project.clear is given aws_iam_access_key.other_account.id of user "other-account", a key that works for whoever has it until it is deleted; allow the build's service role what its user may do, and remove the key
    }
  }

  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}

resource "aws_codebuild_project" "parameter" {
  name         = "parameter"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "AWS_SECRET_ACCESS_KEY"
      type  = "PARAMETER_STORE"
      value = aws_ssm_parameter.deploy.name
    }
  }

  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}

resource "aws_codebuild_project" "buildspec" {
  name         = "buildspec"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type      = "NO_SOURCE"
    buildspec = <<-EOT
      version: 0.2
      env:
        secrets-manager:
          AWS_SECRET_ACCESS_KEY: deploy:secret
      phases:
        build:
          commands:
            - make deploy
    EOT
  }
}

resource "aws_codebuild_project" "script" {
  name         = "script"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "NO_SOURCE"
    buildspec = yamlencode({ # expect error: build project aws_codebuild_project.script is given aws_iam_access_key.deploy.secret of user "deploy" in clear, a key that works for whoever has it until it is deleted; allow the build's service role what its user may do, and remove the key
      version = "0.2"
      env     = { variables = { AWS_SECRET_ACCESS_KEY = aws_iam_access_key.deploy.secret } }
    })
  }
}
