package brume.apigateway.gateway;

import brume.base.Body;
import brume.base.Bytes;
import brume.http.Headers;
import brume.http.HopByHop;
import brume.http.Response;
import brume.json.Json;
import brume.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a proxied function answered, as the response that it stands for.
///
/// Source: API Gateway Developer Guide, "Output format of a Lambda function for proxy integration"
/// and "Create AWS Lambda proxy integrations for HTTP APIs".
///
/// @param body text, or Base64 where `base64` says so
public record ProxyReply(int status, Headers headers, String body, boolean base64) {
  private static final String JSON = "application/json";
  private static final int OK = 200;
  private static final int LAST = 599;

  /// Fields that the server itself writes, and so may not come from the function under their names.
  private static final Set<String> REMAPPED =
      Set.of("connection", "content-length", "date", "server", "www-authenticate");

  private static final String REMAPPING = "x-amzn-Remapped-";

  /// All that the answer of a proxied function of a REST API may have.
  private static final Set<String> REST_MEMBERS =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

  /// The formats that functions answer in.
  public enum Format {
    /// Of REST APIs: no other members than it knows.
    REST,

    /// Payload format 1.0 of HTTP APIs.
    HTTP_1,

    /// Payload format 2.0: what is no response becomes the body of one.
    HTTP_2
  }

  /// Null when the payload is malformed.
  public static @Nullable ProxyReply of(Bytes payload, Format format) {
    Json json;
    try {
      json = payload.length() == 0 ? Json.ofNull() : Json.parse(payload.toUtf8());
    } catch (JsonException _) {
      return null;
    }
    if (format == Format.HTTP_2 && !(json instanceof Json.Obj object && object.has("statusCode"))) {
      var text = json instanceof Json.Str(String value) ? value : json.print();
      return new ProxyReply(OK, Headers.of("Content-Type", JSON), text, false);
    }
    if (!(json instanceof Json.Obj object)
        || (format == Format.REST && !REST_MEMBERS.containsAll(object.fields().keySet()))) {
      return null;
    }
    try {
      return read(object, format);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static ProxyReply read(Json.Obj object, Format format) {
    var status = text(object, "statusCode");
    int code = status == null ? OK : Integer.parseInt(status);
    if (code < OK || code > LAST) {
      throw new IllegalArgumentException("Not a status: " + code);
    }
    var fields = new ArrayList<Headers.Field>();
    var multiple = format == Format.HTTP_2 ? Json.Obj.EMPTY : map(object, "multiValueHeaders");
    multiple
        .fields()
        .forEach((name, values) -> values.list().forEach(value -> add(fields, name, value)));
    map(object, "headers")
        .fields()
        .forEach(
            (name, value) -> {
              if (multiple.fields().keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                add(fields, name, value);
              }
            });
    if (format == Format.HTTP_2 && object.get("cookies") instanceof Json.Arr cookies) {
      cookies.texts().forEach(cookie -> fields.add(new Headers.Field("Set-Cookie", cookie)));
    }
    var headers = HopByHop.strip(Headers.of(fields));
    boolean typed = headers.has("content-type");
    var body = text(object, "body");
    return new ProxyReply(
        code,
        typed
            ? headers
            : headers.with(
                "Content-Type", format == Format.REST ? JSON : "text/plain;charset=UTF-8"),
        body == null ? "" : body,
        Json.of(true).equals(object.get("isBase64Encoded")));
  }

  private static void add(List<Headers.Field> fields, String name, Json value) {
    var text = value.text();
    if (text == null) {
      throw new IllegalArgumentException("Not the value of a header: " + value);
    }
    boolean remapped = REMAPPED.contains(name.toLowerCase(Locale.ROOT));
    fields.add(new Headers.Field(remapped ? REMAPPING + name : name, text));
  }

  private static Json.Obj map(Json.Obj object, String name) {
    return switch (object.get(name)) {
      case null -> Json.Obj.EMPTY;
      case Json.Null _ -> Json.Obj.EMPTY;
      case Json.Obj map -> map;
      default -> throw new IllegalArgumentException(name + " is not an object");
    };
  }

  private static @Nullable String text(Json.Obj object, String name) {
    var value = object.get(name);
    if (value == null || value instanceof Json.Null) {
      return null;
    }
    var text = value.text();
    if (text == null) {
      throw new IllegalArgumentException(name + " is not a text");
    }
    return text;
  }

  /// @param decode whether Base64 becomes bytes
  public Response response(boolean decode) {
    return new Response(status, headers, base64 && decode ? Body.of(decoded()) : Body.utf8(body));
  }

  private Bytes decoded() {
    try {
      return Bytes.fromBase64(body);
    } catch (IllegalArgumentException _) {
      return Bytes.utf8(body);
    }
  }
}
