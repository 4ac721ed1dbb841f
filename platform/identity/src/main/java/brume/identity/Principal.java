package brume.identity;

import brume.base.Arn;

/// Who calls, as signatures, policies and audit records name a caller.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal" and "IAM identifiers".
public sealed interface Principal {
  /// The twelve digits of the caller's account; empty for services and for whoever has no
  /// credentials.
  String account();

  /// As `GetCallerIdentity` answers it.
  String arn();

  /// The unique id, as `GetCallerIdentity` and the variable `aws:userid` have it.
  String userId();

  /// The value of `aws:PrincipalArn`: of a session, the role behind it.
  default String identityArn() {
    return arn();
  }

  /// The owner of an account, whom no identity policy limits.
  record Root(String account) implements Principal {
    @Override
    public String arn() {
      return Arn.global("iam", account, "root").toString();
    }

    @Override
    public String userId() {
      return account;
    }
  }

  /// @param path begins and ends with `/`
  /// @param userId `AIDA` and 17 letters and digits
  record User(String account, String path, String name, String userId) implements Principal {
    @Override
    public String arn() {
      return Arn.global("iam", account, "user" + path + name).toString();
    }
  }

  /// A session of a role.
  ///
  /// @param rolePath begins and ends with `/`; sessions are named without it
  /// @param roleId `AROA` and 17 letters and digits
  record AssumedRole(String account, String rolePath, String role, String roleId, String session)
      implements Principal {
    @Override
    public String arn() {
      return Arn.global("sts", account, "assumed-role/" + role + '/' + session).toString();
    }

    @Override
    public String userId() {
      return roleId + ':' + session;
    }

    public String roleArn() {
      return Arn.global("iam", account, "role" + rolePath + role).toString();
    }

    @Override
    public String identityArn() {
      return roleArn();
    }
  }

  /// A session of `GetFederationToken`.
  ///
  /// @param issuer the user or root that asked for it, and whose policies limit it
  record FederatedUser(String account, String name, Principal issuer) implements Principal {
    @Override
    public String arn() {
      return Arn.global("sts", account, "federated-user/" + name).toString();
    }

    @Override
    public String userId() {
      return account + ':' + name;
    }
  }

  /// A service on its own behalf.
  ///
  /// @param name such as `sns.amazonaws.com`
  record Service(String name) implements Principal {
    @Override
    public String account() {
      return "";
    }

    @Override
    public String arn() {
      return name;
    }

    @Override
    public String userId() {
      return name;
    }
  }

  /// Whoever an identity provider vouches for, and who has no credentials yet: the caller of
  /// `AssumeRoleWithWebIdentity`.
  ///
  /// @param provider as trust policies name it: a host such as `cognito-identity.amazonaws.com`, or
  ///   the ARN of a provider
  /// @param subject whom the provider means
  record Federated(String provider, String subject) implements Principal {
    @Override
    public String account() {
      return "";
    }

    @Override
    public String arn() {
      return provider;
    }

    @Override
    public String userId() {
      return provider + ':' + subject;
    }
  }

  /// Whoever sends a request without a signature.
  record Anonymous() implements Principal {
    @Override
    public String account() {
      return "";
    }

    @Override
    public String arn() {
      return "anonymous";
    }

    @Override
    public String userId() {
      return "anonymous";
    }
  }

  static Principal anonymous() {
    return new Anonymous();
  }
}
