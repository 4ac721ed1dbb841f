package brume.frontdoor.audit;

import brume.json.Json;
import brume.shape.Structure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a call asked for, as its record shows it: bounded, without secrets and without what
/// customers keep in resources.
final class RequestParameters {
  /// Of one record; members that have no room are left out.
  static final int MAX_CHARS = 8 << 10;

  /// Of one text, whose rest is left out.
  static final int MAX_TEXT = 1 << 10;

  private static final int MAX_ITEMS = 50;
  private static final int DEEPEST = 6;

  /// Stands for what is not to be seen. Source: AWS CloudTrail records.
  static final Json HIDDEN = Json.of("HIDDEN_DUE_TO_SECURITY_REASONS");

  private static final List<String> SECRET =
      List.of(
          "password",
          "secret",
          "privatekey",
          "ssecustomerkey",
          "credential",
          "authparam",
          "plaintext");

  /// Tokens are secret but for those of pages and repetition.
  private static final Set<String> OPEN_TOKENS =
      Set.of("nexttoken", "clienttoken", "clientrequesttoken", "continuationtoken", "pagetoken");

  /// Members that hold data of customers, or what they keep secret in configurations.
  private static final Set<String> CONTENT =
      Set.of(
          "item",
          "requestitems",
          "transactitems",
          "expressionattributevalues",
          "attributeupdates",
          "expected",
          "statement",
          "statements",
          "parameters",
          "message",
          "messagebody",
          "messageattributes",
          "entries",
          "payload",
          "rawmessage",
          "content",
          "data",
          "records",
          "logevents",
          "metricdata",
          "variables",
          "stagevariables",
          "value",
          "values",
          "userattributes",
          "challengeresponses",
          "clientmetadata",
          "logins",
          "session",
          "templatebody",
          "templatedata",
          "stringvalue");

  private int left = MAX_CHARS;

  private RequestParameters() {}

  static Json of(@Nullable Structure input) {
    return input == null ? Json.ofNull() : new RequestParameters().structure(input, 0);
  }

  private Json structure(Structure structure, int depth) {
    var members = structure.shape().members();
    var fields = new LinkedHashMap<String, Json>();
    for (int i = 0; i < members.size(); i++) {
      var value = structure.member(i);
      if (value != null) {
        var name = members.get(i).name();
        var shown = isHidden(name) ? HIDDEN : value(value, depth + 1);
        put(fields, decapitalised(name), shown);
      }
    }
    return new Json.Obj(fields);
  }

  private void put(Map<String, Json> fields, String name, @Nullable Json value) {
    left -= name.length();
    if (value != null && left > 0) {
      fields.put(name, value);
    }
  }

  /// Null for what has no room, or is no text by its nature.
  private @Nullable Json value(Object value, int depth) {
    if (left <= 0 || depth > DEEPEST) {
      return null;
    }
    return switch (value) {
      case Structure structure -> structure(structure, depth);
      case List<?> items -> list(items, depth);
      case Map<?, ?> entries -> map(entries, depth);
      case Boolean truth -> Json.of(truth);
      case BigDecimal number -> new Json.Num(number);
      case Number number -> Json.of(number.doubleValue());
      case String text -> text(text);
      case java.time.Instant instant -> text(instant.toString());
      case Json json -> text(json.print());
      default -> null;
    };
  }

  private Json list(List<?> items, int depth) {
    var shown = new ArrayList<Json>();
    for (var item : items) {
      var json = item == null || shown.size() == MAX_ITEMS ? null : value(item, depth + 1);
      if (json != null) {
        shown.add(json);
      }
    }
    return new Json.Arr(shown);
  }

  private Json map(Map<?, ?> entries, int depth) {
    var fields = new LinkedHashMap<String, Json>();
    for (var entry : entries.entrySet()) {
      var name = String.valueOf(entry.getKey());
      if (fields.size() < MAX_ITEMS && entry.getValue() != null) {
        put(fields, name, isHidden(name) ? HIDDEN : value(entry.getValue(), depth + 1));
      }
    }
    return new Json.Obj(fields);
  }

  private Json text(String text) {
    var shown = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + '…';
    left -= shown.length();
    return Json.of(shown);
  }

  private static boolean isHidden(String member) {
    var name = member.toLowerCase(Locale.ROOT);
    return CONTENT.contains(name)
        || SECRET.stream().anyMatch(name::contains)
        || (name.endsWith("token") && !OPEN_TOKENS.contains(name));
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
