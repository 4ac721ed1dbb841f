package brume.iam.entity;

import static brume.model.iam.IamError.MALFORMED_POLICY_DOCUMENT_EXCEPTION;

import brume.identity.policy.Policy;
import brume.identity.policy.PolicyQuota;
import brume.identity.policy.language.MalformedPolicyException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The texts of policies, as they are given and shown.
public final class Documents {
  private Documents() {}

  /// Of an inline policy. Throws `MalformedPolicyDocument` with AWS's text.
  public static void check(String document) {
    parse(document, Policy.Kind.IDENTITY);
  }

  /// Of a managed policy.
  public static void checkManaged(String document) {
    parse(document, Policy.Kind.MANAGED);
    checkSize(document, PolicyQuota.MANAGED_CHARS, "PolicySize");
  }

  /// Of the trust policy of a role.
  public static void checkTrust(String document) {
    parse(document, Policy.Kind.TRUST);
    checkSize(document, PolicyQuota.TRUST_CHARS, "ACLSizePerRole");
  }

  private static void parse(String document, Policy.Kind kind) {
    try {
      var _ = Policy.parse(document, kind);
    } catch (MalformedPolicyException malformed) {
      throw MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(malformed.text());
    }
  }

  private static void checkSize(String document, int most, String quota) {
    if (PolicyQuota.charsOf(document) > most) {
      throw EntityKind.quotaExceeded(quota, most);
    }
  }

  /// As IAM shows documents: URL-encoded by RFC 3986.
  public static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
