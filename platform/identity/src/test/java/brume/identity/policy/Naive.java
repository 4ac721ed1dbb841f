package brume.identity.policy;

import brume.identity.Principal;
import brume.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides from the documents themselves, slowly and as plainly as the documentation reads: the
/// model that the compiled evaluation is compared with. Knows the strings among the operators.
final class Naive {
  private final Documents documents;
  private final Request request;
  private final Map<String, List<String>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /// @param resource null when the resource has none; so for the boundary
  record Documents(
      List<Json.Obj> identity,
      Json.@Nullable Obj boundary,
      List<Json.Obj> session,
      Json.@Nullable Obj resource) {

    Policies compiled() {
      return Policies.ofIdentity(parsed(identity))
          .boundedBy(boundary == null ? null : parse(boundary, Policy.Kind.IDENTITY))
          .within(parsed(session))
          .on(resource == null ? null : parse(resource, Policy.Kind.RESOURCE));
    }

    private static List<Policy> parsed(List<Json.Obj> documents) {
      return documents.stream().map(json -> parse(json, Policy.Kind.IDENTITY)).toList();
    }

    private static Policy parse(Json.Obj document, Policy.Kind kind) {
      return Policy.parse(document.print(), kind);
    }
  }

  private Naive(Documents documents, Request request, Map<String, List<String>> keys) {
    this.documents = documents;
    this.request = request;
    this.keys.putAll(keys);
  }

  /// The outcome as [CaseFile#outcome] words it.
  static String decide(Documents documents, Request request, Map<String, List<String>> keys) {
    return new Naive(documents, request, keys).decide();
  }

  private String decide() {
    var resource = documents.resource == null ? List.<Json.Obj>of() : List.of(documents.resource);
    var boundary = documents.boundary == null ? List.<Json.Obj>of() : List.of(documents.boundary);
    if (!applying("Deny", resource).isEmpty()) {
      return "deny-resource";
    }
    if (!applying("Deny", documents.identity).isEmpty()) {
      return "deny-identity";
    }
    if (!applying("Deny", boundary).isEmpty()) {
      return "deny-boundary";
    }
    if (!applying("Deny", documents.session).isEmpty()) {
      return "deny-session";
    }
    var principal = request.principal();
    var granting = applying("Allow", resource);
    boolean sameAccount = principal.account().equals(request.resourceAccount());
    if (!sameAccount && granting.isEmpty()) {
      return "no-resource";
    }
    if (principal.account().isEmpty()) {
      return "allow";
    }
    if (sameAccount && granting.stream().anyMatch(one -> names(one, itself(principal)))) {
      return "allow";
    }
    boolean byRole =
        sameAccount
            && principal instanceof Principal.AssumedRole
            && granting.stream().anyMatch(one -> names(one, List.of(principal.identityArn())));
    boolean root = principal instanceof Principal.Root;
    if (!byRole && !root && applying("Allow", documents.identity).isEmpty()) {
      return "no-identity";
    }
    if (documents.boundary != null && applying("Allow", boundary).isEmpty()) {
      return "no-boundary";
    }
    if (!documents.session.isEmpty() && applying("Allow", documents.session).isEmpty()) {
      return "no-session";
    }
    return "allow";
  }

  private List<Json.Obj> applying(String effect, List<Json.Obj> policies) {
    var found = new ArrayList<Json.Obj>();
    for (var policy : policies) {
      for (var statement : policy.fields().get("Statement").list()) {
        var one = (Json.Obj) statement;
        if (texts(one, "Effect").contains(effect) && applies(one)) {
          found.add(one);
        }
      }
    }
    return found;
  }

  private boolean applies(Json.Obj statement) {
    var principal = request.principal();
    var all = new ArrayList<>(itself(principal));
    all.add(principal.identityArn());
    all.add("arn:aws:iam::" + principal.account() + ":root");
    return (!statement.has("Principal") || names(statement, all))
        && named(statement, "Action", request.action(), Pattern.CASE_INSENSITIVE)
        && named(statement, "Resource", request.resource(), 0)
        && holds((Json.Obj) statement.fields().getOrDefault("Condition", Json.Obj.EMPTY));
  }

  private static List<String> itself(Principal principal) {
    return List.of("*", principal.arn());
  }

  private static boolean names(Json.Obj statement, List<String> names) {
    var types = (Json.Obj) statement.fields().get("Principal");
    return types.fields().values().stream()
        .flatMap(values -> values.texts().stream())
        .anyMatch(names::contains);
  }

  private boolean named(Json.Obj statement, String element, String text, int flags) {
    return statement.has(element)
        ? texts(statement, element).stream().anyMatch(name -> like(name, text, flags))
        : texts(statement, "Not" + element).stream().noneMatch(name -> like(name, text, flags));
  }

  private boolean holds(Json.Obj condition) {
    return condition.fields().entrySet().stream()
        .allMatch(
            operator ->
                ((Json.Obj) operator.getValue())
                    .fields().entrySet().stream()
                        .allMatch(
                            key -> holds(operator.getKey(), key.getKey(), key.getValue().texts())));
  }

  private boolean holds(String operator, String key, List<String> accepted) {
    var values = keys.getOrDefault(key, List.of());
    if (operator.equals("Null")) {
      return values.isEmpty() == accepted.contains("true");
    }
    if (values.isEmpty()) {
      return operator.endsWith("IfExists")
          || operator.startsWith("ForAllValues:")
          || operator.startsWith("StringNot");
    }
    boolean negated = operator.contains("Not");
    var passing =
        values.stream()
            .filter(value -> accepted.stream().anyMatch(a -> equals(operator, a, value)) != negated)
            .count();
    boolean all = operator.startsWith("ForAllValues:") || operator.startsWith("StringNot");
    return all ? passing == values.size() : passing > 0;
  }

  private boolean equals(String operator, String accepted, String value) {
    return operator.contains("Like")
        ? like(accepted, value, 0)
        : like(accepted.replace("*", "${*}").replace("?", "${?}"), value, 0);
  }

  private boolean like(String pattern, String text, int flags) {
    var replaced =
        Pattern.compile("\\$\\{([^}]*)}|[*]|[?]|[^*?$]+")
            .matcher(pattern)
            .results()
            .map(
                part ->
                    switch (part.group()) {
                      case "*" -> ".*";
                      case "?" -> ".";
                      case "${*}", "${?}" -> Pattern.quote(part.group(1));
                      default ->
                          part.group(1) == null
                              ? Pattern.quote(part.group())
                              : value(part.group(1));
                    })
            .collect(Collectors.joining());
    return Pattern.compile(replaced, flags | Pattern.DOTALL).matcher(text).matches();
  }

  /// Of a variable, as an expression; one that matches nothing when it has no value.
  private String value(String key) {
    var values = keys.getOrDefault(key, List.of());
    return values.size() == 1 ? Pattern.quote(values.getFirst()) : "(?!)";
  }

  private static List<String> texts(Json.Obj statement, String element) {
    return statement.fields().get(element).texts();
  }
}
