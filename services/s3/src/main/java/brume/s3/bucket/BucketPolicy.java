package brume.s3.bucket;

import static brume.model.s3.S3Error.MALFORMED_POLICY;

import brume.identity.policy.Policy;
import brume.identity.policy.language.MalformedPolicyException;
import brume.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What a bucket policy may be.
///
/// Source: Amazon S3 User Guide, "Bucket policies for Amazon S3".
public final class BucketPolicy {
  static final int MAX_BYTES = 20 * 1024;

  private BucketPolicy() {}

  public static void check(Bucket bucket, String document) {
    if (document.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw MALFORMED_POLICY.because("Policy exceeds the maximum allowed document size.");
    }
    try {
      Policy.parse(document, Policy.Kind.RESOURCE);
    } catch (MalformedPolicyException e) {
      throw MALFORMED_POLICY.because(e.text());
    }
    for (var statement : Items.of(((Json.Obj) Json.parse(document)).get("Statement"))) {
      check(bucket, (Json.Obj) statement);
    }
  }

  private static void check(Bucket bucket, Json.Obj statement) {
    if (texts(statement, "Action", "NotAction").stream().anyMatch(action -> !isOurs(action))) {
      throw MALFORMED_POLICY.because("Policy has invalid action");
    }
    if (texts(statement, "Resource", "NotResource").stream()
        .anyMatch(resource -> !isWithin(bucket, resource))) {
      throw MALFORMED_POLICY.because("Policy has invalid resource");
    }
  }

  private static boolean isOurs(String action) {
    return action.equals("*") || action.regionMatches(true, 0, "s3:", 0, 3);
  }

  private static boolean isWithin(Bucket bucket, String resource) {
    return resource.equals(bucket.arn()) || resource.startsWith(bucket.arn() + '/');
  }

  private static List<String> texts(Json.Obj statement, String name, String negated) {
    return Stream.concat(
            Items.of(statement.get(name)).stream(), Items.of(statement.get(negated)).stream())
        .map(item -> String.valueOf(item.text()))
        .toList();
  }
}
