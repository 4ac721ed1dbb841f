package brume.s3.bucket;

import brume.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a bucket policy lets anyone in.
///
/// A statement that allows all principals is public unless a condition binds it to fixed values.
/// Source: Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage", "The meaning
/// of public".
public final class PublicPolicy {
  private static final String ANYONE = "*";

  private static final Set<String> BINDING_KEYS =
      Set.of(
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceip",
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:userid",
          "s3:dataaccesspointaccount",
          "s3:dataaccesspointarn",
          "s3:x-amz-server-side-encryption-aws-kms-key-id");

  private PublicPolicy() {}

  /// @param document a policy that was found to be well formed
  public static boolean isPublic(String document) {
    return Json.parse(document) instanceof Json.Obj policy
        && Items.of(policy.get("Statement")).stream().anyMatch(PublicPolicy::letsAnyoneIn);
  }

  private static boolean letsAnyoneIn(Json statement) {
    return statement instanceof Json.Obj fields
        && Items.of(fields.get("Effect")).stream().anyMatch(effect -> "Allow".equals(effect.text()))
        && (fields.has("NotPrincipal") || namesAnyone(fields.get("Principal")))
        && !isBound(fields.get("Condition"));
  }

  private static boolean namesAnyone(@Nullable Json principal) {
    if (principal instanceof Json.Obj kinds) {
      return Items.of(kinds.get("AWS")).stream().anyMatch(PublicPolicy::isAnyone);
    }
    return principal != null && isAnyone(principal);
  }

  private static boolean isAnyone(Json principal) {
    return ANYONE.equals(principal.text());
  }

  private static boolean isBound(@Nullable Json conditions) {
    return conditions instanceof Json.Obj operators
        && operators.fields().entrySet().stream()
            .anyMatch(
                operator ->
                    !operator.getKey().contains("Not")
                        && operator.getValue() instanceof Json.Obj keys
                        && keys.fields().entrySet().stream()
                            .anyMatch(key -> binds(key.getKey(), Items.of(key.getValue()))));
  }

  private static boolean binds(String key, List<Json> values) {
    return BINDING_KEYS.contains(key.toLowerCase(Locale.ROOT))
        && values.stream().map(Json::text).allMatch(PublicPolicy::isFixed);
  }

  private static boolean isFixed(@Nullable String value) {
    return value != null
        && !value.contains("*")
        && !value.contains("?")
        && !value.contains("${")
        && !value.endsWith("/0");
  }
}
