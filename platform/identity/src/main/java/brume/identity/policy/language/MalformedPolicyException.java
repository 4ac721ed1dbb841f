package brume.identity.policy.language;

/// A document that is not a policy. Each service answers it with an error code of its own, such as
/// `MalformedPolicyDocument` or `MalformedPolicy`.
public final class MalformedPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final String SYNTAX = "Syntax errors in policy.";
  static final String LEGACY = "The policy failed legacy parsing";
  public static final String NO_VENDOR =
      "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";

  private final String text;

  public MalformedPolicyException(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  public static MalformedPolicyException syntax() {
    return new MalformedPolicyException(SYNTAX);
  }

  public static MalformedPolicyException legacy() {
    return new MalformedPolicyException(LEGACY);
  }

  /// As AWS words it.
  public String text() {
    return text;
  }
}
