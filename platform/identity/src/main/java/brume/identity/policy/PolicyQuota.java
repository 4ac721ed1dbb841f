package brume.identity.policy;

/// How large policies may be, in characters.
///
/// Source: IAM User Guide, "IAM and AWS STS quotas"; white space does not count towards those.
public final class PolicyQuota {
  /// Of any document, white space included. Source: the model of IAM, `policyDocumentType`.
  public static final int DOCUMENT_CHARS = 131_072;

  /// Of a managed policy.
  public static final int MANAGED_CHARS = 6_144;

  /// Of all inline policies of a user.
  public static final int USER_CHARS = 2_048;

  /// Of all inline policies of a group.
  public static final int GROUP_CHARS = 5_120;

  /// Of all inline policies of a role.
  public static final int ROLE_CHARS = 10_240;

  /// Of a role's trust policy.
  public static final int TRUST_CHARS = 2_048;

  /// Of a session policy, white space included. Source: the model of STS.
  public static final int SESSION_CHARS = 2_048;

  private PolicyQuota() {}

  /// What counts of a document towards the quotas of IAM.
  public static int charsOf(String document) {
    return (int) document.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
