package brume.iam.entity;

import static brume.model.iam.IamError.MALFORMED_POLICY_DOCUMENT_EXCEPTION;

import brume.json.Json;
import brume.json.JsonException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The texts of policies, as they are given and shown.
public final class Documents {
  private Documents() {}

  /// Of an inline policy. Throws `MalformedPolicyDocument` with AWS's text.
  public static void check(String document) {
    parsed(document);
  }

  /// Of a managed policy.
  public static void checkManaged(String document) {
    parsed(document);
  }

  /// Of the trust policy of a role.
  public static void checkTrust(String document) {
    parsed(document);
  }

  private static void parsed(String document) {
    try {
      if (Json.parse(document) instanceof Json.Obj policy && policy.has("Statement")) {
        return;
      }
    } catch (JsonException _) {
      // Refused below, as AWS words it.
    }
    throw MALFORMED_POLICY_DOCUMENT_EXCEPTION.because("Syntax errors in policy.");
  }

  /// As IAM shows documents: URL-encoded by RFC 3986.
  public static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
