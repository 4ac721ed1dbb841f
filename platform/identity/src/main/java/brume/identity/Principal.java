package brume.identity;

/// Who makes a call, once verified.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal"; STS API, "GetCallerIdentity".
public sealed interface Principal {
  /// As policies and `GetCallerIdentity` name it; for a service its host name.
  String arn();

  /// Twelve digits; empty for a service and for nobody.
  String account();

  /// The unique id that `GetCallerIdentity` shows.
  String userId();

  /// The owner of an account, who may do everything in it.
  record Root(String account) implements Principal {
    @Override
    public String arn() {
      return "arn:aws:iam::" + account + ":root";
    }

    @Override
    public String userId() {
      return account;
    }
  }

  /// @param path begins and ends with `/`
  /// @param userId `AIDA…`
  record User(String account, String path, String name, String userId) implements Principal {
    @Override
    public String arn() {
      return "arn:aws:iam::" + account + ":user" + path + name;
    }
  }

  /// @param rolePath begins and ends with `/`; sessions are named without it
  /// @param roleId `AROA…`
  record AssumedRole(String account, String rolePath, String role, String roleId, String session)
      implements Principal {
    @Override
    public String arn() {
      return "arn:aws:sts::" + account + ":assumed-role/" + role + '/' + session;
    }

    public String roleArn() {
      return "arn:aws:iam::" + account + ":role" + rolePath + role;
    }

    @Override
    public String userId() {
      return roleId + ':' + session;
    }
  }

  /// An AWS service acting by itself.
  ///
  /// @param name such as `sns.amazonaws.com`
  record Service(String name) implements Principal {
    @Override
    public String arn() {
      return name;
    }

    @Override
    public String account() {
      return "";
    }

    @Override
    public String userId() {
      return name;
    }
  }

  /// A caller that signed nothing.
  record Anonymous() implements Principal {
    @Override
    public String arn() {
      return "anonymous";
    }

    @Override
    public String account() {
      return "";
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
