package brume.apigateway.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a mapping template made.
///
/// @param request what it sets of the request to what is behind, by `header`, `path` and
///   `querystring`
/// @param headers what it sets of the response
/// @param status of the response; null where it leaves that
///
///   Source: API Gateway Developer Guide, "Override your API's request and response parameters and
///   status codes".
public record Rendered(
    String text,
    Map<String, Map<String, String>> request,
    Map<String, String> headers,
    @Nullable Integer status) {
  private static final String REQUEST = "requestOverride";
  private static final String RESPONSE = "responseOverride";

  /// A text that no template made.
  public static Rendered of(String text) {
    return new Rendered(text, Map.of(), Map.of(), null);
  }

  /// What templates may set.
  static void prepare(Map<String, @Nullable Object> context) {
    var request = new LinkedHashMap<String, Object>();
    for (var place : new String[] {"header", "path", "querystring"}) {
      request.put(place, new LinkedHashMap<>());
    }
    context.put(REQUEST, request);
    var response = new LinkedHashMap<String, Object>();
    response.put("header", new LinkedHashMap<>());
    context.put(RESPONSE, response);
  }

  static Rendered of(String text, Map<String, @Nullable Object> context) {
    var request = new LinkedHashMap<String, Map<String, String>>();
    if (context.get(REQUEST) instanceof Map<?, ?> places) {
      places.forEach((place, values) -> request.put(String.valueOf(place), texts(values)));
    }
    var response = context.get(RESPONSE) instanceof Map<?, ?> map ? map : Map.of();
    var status = response.get("status");
    return new Rendered(
        text,
        request,
        texts(response.get("header")),
        status == null ? null : status(String.valueOf(status)));
  }

  private static @Nullable Integer status(String text) {
    return text.matches("[1-5]\\d\\d") ? (Integer) Integer.parseInt(text) : null;
  }

  private static Map<String, String> texts(@Nullable Object values) {
    var texts = new LinkedHashMap<String, String>();
    if (values instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    }
    return texts;
  }
}
