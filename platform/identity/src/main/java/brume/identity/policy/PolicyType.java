package brume.identity.policy;

/// The types of policies that take part in a decision, as texts of refusals name them.
///
/// Source: IAM User Guide, "Troubleshoot access denied error messages".
public enum PolicyType {
  IDENTITY("identity-based policy", "an identity-based policy"),
  RESOURCE("resource-based policy", "a resource-based policy"),
  TRUST("role trust policy", "the role trust policy"),
  BOUNDARY("permissions boundary", "a permissions boundary"),
  SESSION("session policy", "a session policy");

  private final String name;
  private final String withArticle;

  PolicyType(String name, String withArticle) {
    this.name = name;
    this.withArticle = withArticle;
  }

  /// Such as `identity-based policy`.
  public String label() {
    return name;
  }

  /// The end of the text of a refusal in which no policy of this type allows the action.
  String implicitDeny(String action) {
    return "because no " + name + " allows the " + action + " action";
  }

  /// The end of the text of a refusal in which a policy of this type denies the action.
  String explicitDeny() {
    return "with an explicit deny in " + withArticle;
  }
}
