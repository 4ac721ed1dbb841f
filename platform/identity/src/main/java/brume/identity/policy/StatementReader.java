package brume.identity.policy;

import brume.identity.policy.language.ConditionReader;
import brume.identity.policy.language.Elements;
import brume.identity.policy.language.MalformedPolicyException;
import brume.identity.policy.language.Version;
import brume.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads and checks one statement of a policy.
final class StatementReader {
  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Pattern ALPHANUMERIC = Pattern.compile("[0-9A-Za-z]*");

  private final Map<String, Json> elements;
  private final Policy.Kind kind;
  private final Version version;

  StatementReader(Json json, Policy.Kind kind, Version version) {
    if (!(json instanceof Json.Obj(Map<String, Json> fields))
        || !ELEMENTS.containsAll(fields.keySet())) {
      throw MalformedPolicyException.syntax();
    }
    this.elements = fields;
    this.kind = kind;
    this.version = version;
  }

  /// @param number its place in the document, 1 for the first
  Statement read(int number) {
    boolean allows = allows();
    var principals = principals(allows);
    return new Statement(
        number,
        sid(),
        allows,
        principals,
        actions(),
        resources(),
        ConditionReader.read(elements.get("Condition"), version));
  }

  private boolean allows() {
    return switch (elements.get("Effect")) {
      case Json.Str(var effect) when effect.equals("Allow") -> true;
      case Json.Str(var effect) when effect.equals("Deny") -> false;
      case null, default -> throw MalformedPolicyException.syntax();
    };
  }

  private @Nullable String sid() {
    var json = elements.get("Sid");
    if (json == null) {
      return null;
    }
    if (!(json instanceof Json.Str(var sid))) {
      throw MalformedPolicyException.syntax();
    }
    if (kind != Policy.Kind.RESOURCE && !ALPHANUMERIC.matcher(sid).matches()) {
      throw new MalformedPolicyException(
          "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular"
              + " expression [0-9A-Za-z]*");
    }
    return sid.isEmpty() ? null : sid;
  }

  private @Nullable Principals principals(boolean allows) {
    var json = either("Principal", "NotPrincipal");
    boolean negated = elements.containsKey("NotPrincipal");
    return switch (kind) {
      case IDENTITY, MANAGED -> {
        if (json != null) {
          throw new MalformedPolicyException("Policy document should not specify a principal.");
        }
        yield null;
      }
      case RESOURCE -> {
        if (json == null) {
          throw new MalformedPolicyException("Missing required field Principal");
        }
        if (negated && allows) {
          throw new MalformedPolicyException("NotPrincipal must be used with \"Effect\":\"Deny\"");
        }
        yield PrincipalReader.read(json, negated);
      }
      case TRUST -> {
        if (json == null) {
          throw new MalformedPolicyException("AssumeRole policy must contain principals");
        }
        if (negated) {
          throw new MalformedPolicyException("Has prohibited field NotPrincipal");
        }
        yield PrincipalReader.read(json, false);
      }
    };
  }

  private Actions actions() {
    var json = either("Action", "NotAction");
    var names = json == null ? List.<String>of() : Elements.texts(json);
    if (kind == Policy.Kind.TRUST) {
      checkTrusted(names);
    }
    return ActionReader.read(names, elements.containsKey("NotAction"));
  }

  private static void checkTrusted(List<String> names) {
    for (var name : names) {
      if (!name.toLowerCase(Locale.ROOT).startsWith("sts:")) {
        throw new MalformedPolicyException(
            "AssumeRole policy may only specify STS AssumeRole actions.");
      }
    }
  }

  private Resources resources() {
    var json = either("Resource", "NotResource");
    if (kind == Policy.Kind.TRUST) {
      if (json != null) {
        throw new MalformedPolicyException("Has prohibited field Resource");
      }
      return Resources.OWN;
    }
    var names = json == null ? List.<String>of() : Elements.texts(json);
    if (names.isEmpty()) {
      throw new MalformedPolicyException(
          kind == Policy.Kind.RESOURCE
              ? "Missing required field Resource"
              : "Policy statement must contain resources.");
    }
    return ResourceReader.read(names, elements.containsKey("NotResource"), version);
  }

  /// The element by one of its two names; null when it has neither.
  private @Nullable Json either(String name, String negated) {
    if (elements.containsKey(name) && elements.containsKey(negated)) {
      throw MalformedPolicyException.syntax();
    }
    return elements.getOrDefault(name, elements.get(negated));
  }
}
