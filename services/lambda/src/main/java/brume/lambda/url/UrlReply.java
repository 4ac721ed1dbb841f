package brume.lambda.url;

import brume.base.Body;
import brume.base.Bytes;
import brume.http.Headers;
import brume.http.HopByHop;
import brume.http.Response;
import brume.json.Json;
import brume.json.JsonException;
import java.util.ArrayList;
import java.util.Objects;

/// What a function answered, as the response that it stands for.
///
/// Source: AWS Lambda Developer Guide, "Invoking Lambda function URLs", response payload format.
final class UrlReply {
  private static final String JSON = "application/json";
  private static final int OK = 200;
  private static final int LAST = 599;
  private static final int BAD_GATEWAY = 502;

  private UrlReply() {}

  /// An error of Lambda itself.
  static Response message(int status, String type, String text) {
    return Response.of(status, JSON, Json.object("Message", Json.of(text)).print())
        .with("x-amzn-ErrorType", type);
  }

  /// The function failed, or answered what is no response.
  static Response failed() {
    return Response.of(BAD_GATEWAY, JSON, "Internal Server Error")
        .with("x-amzn-ErrorType", "InternalServerErrorException");
  }

  static Response of(Bytes payload) {
    try {
      var json = Json.parse(payload.toUtf8());
      if (json instanceof Json.Obj object && object.has("statusCode")) {
        return explicit(object);
      }
      return Response.of(OK, JSON, json instanceof Json.Str(String text) ? text : json.print());
    } catch (JsonException | IllegalArgumentException _) {
      return failed();
    }
  }

  private static Response explicit(Json.Obj answer) {
    int status = Integer.parseInt(text(Objects.requireNonNull(answer.get("statusCode"))));
    if (status < OK || status > LAST) {
      throw new IllegalArgumentException("Not a status: " + status);
    }
    var fields = new ArrayList<Headers.Field>();
    if (answer.get("headers") instanceof Json.Obj(var headers)) {
      headers.forEach((name, value) -> fields.add(new Headers.Field(name, text(value))));
    }
    if (answer.get("cookies") instanceof Json.Arr cookies) {
      cookies.texts().forEach(cookie -> fields.add(new Headers.Field("Set-Cookie", cookie)));
    }
    var headers = HopByHop.strip(Headers.of(fields)).without("content-length");
    var typed = headers.has("content-type") ? headers : headers.with("Content-Type", JSON);
    return new Response(status, typed, body(answer));
  }

  private static Body body(Json.Obj answer) {
    var body = answer.get("body");
    if (body == null || body instanceof Json.Null) {
      return Body.EMPTY;
    }
    var text = body.text() == null ? body.print() : text(body);
    return Json.of(true).equals(answer.get("isBase64Encoded"))
        ? Body.of(Bytes.fromBase64(text))
        : Body.utf8(text);
  }

  private static String text(Json value) {
    var text = value.text();
    if (text == null) {
      throw new IllegalArgumentException("Not a text: " + value);
    }
    return text;
  }
}
