package brume.apigateway.gateway;

import brume.http.Headers;
import brume.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The parts that the events of proxied functions have in common.
public final class EventParts {
  private static final List<String> UNKNOWN =
      List.of(
          "accessKey",
          "accountId",
          "caller",
          "cognitoAuthenticationProvider",
          "cognitoAuthenticationType",
          "cognitoIdentityId",
          "cognitoIdentityPoolId",
          "principalOrgId");

  private EventParts() {}

  /// All values of each header, by the first spelling of its name.
  public static Map<String, List<String>> byName(Headers headers) {
    var spellings = new HashMap<String, String>();
    var values = new LinkedHashMap<String, List<String>>();
    for (var field : headers.fields()) {
      var name =
          spellings.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), _ -> field.name());
      values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(field.value());
    }
    return values;
  }

  /// Who sends a request.
  ///
  /// @param sender what is known of whoever signed it; empty where nobody did
  public static Json.Obj identity(Incoming incoming, Map<String, Json> sender) {
    var identity = new LinkedHashMap<String, Json>();
    UNKNOWN.forEach(name -> identity.put(name, Json.ofNull()));
    identity.putAll(sender);
    identity.put("sourceIp", Json.of(incoming.sourceIp()));
    identity.put("user", sender.getOrDefault("user", Json.ofNull()));
    identity.put("userAgent", Json.of(incoming.request().headers().first("user-agent")));
    identity.put("userArn", sender.getOrDefault("userArn", Json.ofNull()));
    return new Json.Obj(identity);
  }

  /// The last value of each; null for none.
  public static Json last(Map<String, List<String>> values) {
    var last = new LinkedHashMap<String, String>();
    values.forEach((name, all) -> last.put(name, all.getLast()));
    return texts(last);
  }

  /// The lists of values; null for none.
  public static Json all(Map<String, List<String>> values) {
    if (values.isEmpty()) {
      return Json.ofNull();
    }
    var lists = new LinkedHashMap<String, Json>();
    values.forEach(
        (name, all) -> lists.put(name, new Json.Arr(all.stream().map(Json::of).toList())));
    return new Json.Obj(lists);
  }

  /// Null for none.
  public static Json texts(Map<String, String> values) {
    if (values.isEmpty()) {
      return Json.ofNull();
    }
    var texts = new LinkedHashMap<String, Json>();
    values.forEach((name, value) -> texts.put(name, Json.of(value)));
    return new Json.Obj(texts);
  }
}
