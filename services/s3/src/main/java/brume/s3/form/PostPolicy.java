package brume.s3.form;

import static brume.model.s3.S3Error.ACCESS_DENIED;
import static brume.model.s3.S3Error.ENTITY_TOO_LARGE;
import static brume.model.s3.S3Error.ENTITY_TOO_SMALL;
import static brume.model.s3.S3Error.INVALID_POLICY_DOCUMENT;

import brume.json.Json;
import brume.json.JsonException;
import brume.s3.refusal.Detail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a form may upload, as its maker signed it.
///
/// Source: Amazon S3 API reference, "Creating a POST policy".
record PostPolicy(Instant expiration, List<Json> conditions) {
  private static final String PREFIX = "Invalid according to Policy: ";

  /// Fields that no condition need speak of.
  private static final Set<String> FREE =
      Set.of("policy", "signature", "awsaccesskeyid", "x-amz-signature", "file");

  /// @param encoded in Base64
  static PostPolicy parse(String encoded) {
    try {
      var text = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
      if (Json.parse(text) instanceof Json.Obj policy
          && policy.get("conditions") instanceof Json.Arr(List<Json> conditions)
          && policy.get("expiration") instanceof Json.Str(String expiration)) {
        return new PostPolicy(Instant.parse(expiration), conditions);
      }
    } catch (JsonException | IllegalArgumentException | DateTimeParseException _) {
      // refused below
    }
    throw malformed("Invalid JSON.");
  }

  private static RuntimeException malformed(String text) {
    return INVALID_POLICY_DOCUMENT.because("Invalid Policy: " + text);
  }

  /// The least and the most bytes that the file may have.
  record Sizes(long least, long most) {
    static final Sizes ANY = new Sizes(0, Long.MAX_VALUE);

    /// @param whole whether all bytes have been counted
    void check(long bytes, boolean whole) {
      if (bytes > most) {
        throw ENTITY_TOO_LARGE.because(
            "Your proposed upload exceeds the maximum allowed size",
            Detail.of("ProposedSize", Long.toString(bytes), "MaxSizeAllowed", Long.toString(most)));
      }
      if (whole && bytes < least) {
        throw ENTITY_TOO_SMALL.because(
            "Your proposed upload is smaller than the minimum allowed size",
            Detail.of("ProposedSize", Long.toString(bytes), "MinSizeAllowed", "" + least));
      }
    }
  }

  /// Throws when the form is not what the policy allows; what its file may be is left to be
  /// checked.
  Sizes check(Map<String, String> fields, String bucket, Instant now) {
    if (!now.isBefore(expiration)) {
      throw ACCESS_DENIED.because(PREFIX + "Policy expired.");
    }
    var sizes = Sizes.ANY;
    var matching = new Matching(fields, bucket);
    for (var condition : conditions) {
      switch (condition) {
        case Json.Obj(Map<String, Json> exact) ->
            exact.forEach(
                (name, value) -> matching.check(condition, "eq", '$' + name, text(value)));
        case Json.Arr(List<Json> parts)
            when parts.size() == 3 && "content-length-range".equals(parts.getFirst().text()) ->
            sizes = new Sizes(number(parts.get(1)), number(parts.get(2)));
        case Json.Arr(List<Json> parts) when parts.size() == 3 ->
            matching.check(condition, text(parts.get(0)), text(parts.get(1)), text(parts.get(2)));
        default -> throw malformed("Invalid condition: " + condition.print());
      }
    }
    matching.checkAllSpokenOf();
    return sizes;
  }

  private static final class Matching {
    private final Map<String, String> fields;
    private final String bucket;
    private final Set<String> spokenOf = new HashSet<>(FREE);

    Matching(Map<String, String> fields, String bucket) {
      this.fields = fields;
      this.bucket = bucket;
    }

    void check(Json condition, String operator, String variable, String wanted) {
      if (!variable.startsWith("$")) {
        throw malformed("Invalid condition: " + condition.print());
      }
      var name = variable.substring(1).toLowerCase(Locale.ROOT);
      spokenOf.add(name);
      var value = name.equals("bucket") ? bucket : fields.getOrDefault(name, "");
      boolean fits =
          switch (operator) {
            case "eq" -> value.equals(wanted);
            case "starts-with" -> value.startsWith(wanted);
            default -> throw malformed("Invalid operator: " + operator);
          };
      if (!fits) {
        throw ACCESS_DENIED.because(PREFIX + "Policy Condition failed: " + condition.print());
      }
    }

    void checkAllSpokenOf() {
      var extra = new ArrayList<String>();
      for (var field : fields.keySet()) {
        var name = field.toLowerCase(Locale.ROOT);
        if (!spokenOf.contains(name) && !name.startsWith("x-ignore-")) {
          extra.add(name);
        }
      }
      if (!extra.isEmpty()) {
        throw ACCESS_DENIED.because(PREFIX + "Extra input fields: " + String.join(", ", extra));
      }
    }
  }

  private static String text(Json value) {
    var text = value.text();
    if (text == null) {
      throw malformed("Invalid condition: " + value.print());
    }
    return text;
  }

  private static long number(Json value) {
    try {
      return Long.parseLong(text(value));
    } catch (NumberFormatException _) {
      throw malformed("Invalid content-length-range");
    }
  }
}
