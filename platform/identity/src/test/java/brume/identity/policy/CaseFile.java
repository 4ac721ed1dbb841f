package brume.identity.policy;

import brume.identity.policy.language.ContextKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Reads files of cases; `cases/README.md` tells their form.
final class CaseFile {
  private static final String BUCKET = "arn:aws:s3:::bucket/key";

  private CaseFile() {}

  /// @param expected `allow`, `no-<type>` for an implicit deny, `deny-<type>` for an explicit one
  record Case(String name, String expected, Policies policies, Request request) {}

  static List<Case> read(String file) throws IOException {
    try (var in = CaseFile.class.getResourceAsStream("cases/" + file)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var cases = new ArrayList<Case>();
      for (var block : text.split("\n\n+")) {
        cases.addAll(cases(file, block.lines().toList()));
      }
      return cases;
    }
  }

  private static List<Case> cases(String file, List<String> lines) {
    var page = "";
    var title = "";
    var policies = Policies.ofIdentity(List.of());
    var cases = new ArrayList<Case>();
    for (var line : lines) {
      int space = line.indexOf(' ');
      var word = space < 0 ? line : line.substring(0, space);
      var rest = space < 0 ? "" : line.substring(space + 1);
      switch (word) {
        case "page" -> page = rest;
        case "#" -> title = rest;
        case "when" -> policies = with(policies, "identity", when(rest));
        case "identity", "boundary", "session", "resource", "required", "trust" ->
            policies = with(policies, word, document(rest));
        default -> {
          if (page.isEmpty()) {
            throw new IllegalArgumentException("A case of " + file + " names no page: " + line);
          }
          var name = file + ": " + title + " [" + page + "] " + line;
          cases.add(new Case(name, word, policies, request(rest)));
        }
      }
    }
    return cases;
  }

  private static String when(String condition) {
    return document(
        "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":"
            + condition
            + '}');
  }

  /// Statements alone are of the current version of the language.
  private static String document(String text) {
    return text.contains("\"Version\"") || text.contains("\"Statement\"")
        ? text
        : "{\"Version\":\"2012-10-17\",\"Statement\":[" + text + "]}";
  }

  private static Policies with(Policies policies, String word, String document) {
    return switch (word) {
      case "identity" ->
          new Policies(
              and(policies.identity(), document),
              policies.boundary(),
              policies.session(),
              policies.resource(),
              policies.resourceMustAllow());
      case "boundary" -> policies.boundedBy(Policy.parse(document, Policy.Kind.IDENTITY));
      case "session" -> policies.within(and(policies.session(), document));
      case "resource" -> policies.on(Policy.parse(document, Policy.Kind.RESOURCE));
      case "required" -> policies.onlyBy(Policy.parse(document, Policy.Kind.RESOURCE));
      default -> policies.on(Policy.parse(document, Policy.Kind.TRUST));
    };
  }

  private static List<Policy> and(List<Policy> policies, String document) {
    var more = new ArrayList<>(policies);
    more.add(Policy.parse(document, Policy.Kind.IDENTITY));
    return more;
  }

  /// `[caller] [action] [resource] [key=value …]`, in this order, all of which may be left out.
  private static Request request(String text) {
    var words = new ArrayList<>(Arrays.asList(text.isEmpty() ? new String[0] : text.split(" +")));
    var caller = Callers.of(take(words, "[a-z-]+", "alice"));
    var action = take(words, "[\\w-]+:\\w+", "s3:GetObject");
    var resource = take(words, "\\*|arn:[^=]*", BUCKET);
    var keys = new TreeMap<String, List<String>>(PrincipalKeys.of(caller, null));
    for (var word : words) {
      int equals = word.indexOf('=');
      keys.put(word.substring(0, equals), values(word.substring(equals + 1)));
    }
    return new Request(action, resource, caller, Callers.HERE, ContextKeys.of(keys));
  }

  private static String take(List<String> words, String form, String otherwise) {
    return !words.isEmpty() && words.getFirst().matches(form) ? words.removeFirst() : otherwise;
  }

  /// Values are separated by `|`; nothing after the `=` is the empty text, `()` no value at all.
  private static List<String> values(String text) {
    return text.equals("()") ? List.of() : List.of(text.replace("%20", " ").split("\\|", -1));
  }

  static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "allow";
      case Decision.ExplicitlyDenied denied -> "deny-" + lower(denied.type());
      case Decision.ImplicitlyDenied(PolicyType type) -> "no-" + lower(type);
    };
  }

  private static String lower(PolicyType type) {
    return type.name().toLowerCase(java.util.Locale.ROOT);
  }
}
