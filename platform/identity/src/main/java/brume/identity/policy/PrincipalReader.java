package brume.identity.policy;

import brume.identity.policy.language.Elements;
import brume.identity.policy.language.MalformedPolicyException;
import brume.json.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the principals of a statement.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal" and, for unique ids, "IAM
/// identifiers".
final class PrincipalReader {
  private static final String EVERYONE = "*";
  private static final Pattern ACCOUNT = Pattern.compile("(?:arn:aws:iam::)?(\\d{12})(:root)?");
  private static final Pattern NAMED =
      Pattern.compile(
          "arn:aws:(iam::(\\d{12}|cloudfront):(user|role)/[^*?]+"
              + "|sts::\\d{12}:(assumed-role/[^*?/]+/[^*?/]+|federated-user/[^*?/]+))");
  private static final Pattern UNIQUE =
      Pattern.compile("A(IDA|ROA)[A-Z0-9]{12,28}(:[\\w+=,.@-]+)?");
  private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.(amazonaws|amazon)\\.com");
  private static final Pattern PROVIDER = Pattern.compile("[^*?]+");

  private PrincipalReader() {}

  static Principals read(Json json, boolean negated) {
    var names = new HashSet<PrincipalName>();
    switch (json) {
      case Json.Str(var text) when text.equals(EVERYONE) -> names.add(PrincipalName.EVERYONE);
      case Json.Obj(Map<String, Json> types) ->
          types.forEach((type, values) -> read(type, values, names));
      default -> {}
    }
    if (names.isEmpty()) {
      throw new MalformedPolicyException("Invalid principal in policy");
    }
    return new Principals(Set.copyOf(names), negated);
  }

  private static void read(String type, Json values, Set<PrincipalName> names) {
    for (var value : Elements.texts(values)) {
      names.add(
          switch (type) {
            case "AWS" -> ofAws(value);
            case "Service" -> {
              check(SERVICE, type, value);
              yield new PrincipalName.Service(value);
            }
            case "Federated" -> {
              check(PROVIDER, type, value);
              yield new PrincipalName.Federated(value);
            }
            case "CanonicalUser" ->
                throw new MalformedPolicyException(
                    "Principals of the type CanonicalUser are not implemented");
            default -> throw invalid(type, value);
          });
    }
  }

  private static PrincipalName ofAws(String value) {
    if (value.equals(EVERYONE)) {
      return PrincipalName.EVERYONE;
    }
    var account = ACCOUNT.matcher(value);
    if (account.matches() && value.startsWith("arn") == (account.group(2) != null)) {
      return new PrincipalName.Account(account.group(1));
    }
    if (NAMED.matcher(value).matches()) {
      return new PrincipalName.Named(value);
    }
    check(UNIQUE, "AWS", value);
    return new PrincipalName.Unique(value);
  }

  private static void check(Pattern form, String type, String value) {
    if (!form.matcher(value).matches()) {
      throw invalid(type, value);
    }
  }

  private static MalformedPolicyException invalid(String type, String value) {
    return new MalformedPolicyException(
        "Invalid principal in policy: \"" + type + "\":\"" + value + '"');
  }
}
