package brume.apigateway.execution;

import brume.http.Headers;
import brume.http.Response;
import brume.json.Json;
import brume.json.JsonException;

/// A method that has nothing behind it and answers by its templates.
final class MockBackend {
  private MockBackend() {}

  static Response answer(Exchange exchange, Route route) {
    var made = Bodies.request(exchange, route).text();
    var answer = Bodies.select(route, status(made));
    return Bodies.response(exchange, answer, Headers.EMPTY, null);
  }

  private static String status(String made) {
    try {
      if (Json.parse(made) instanceof Json.Obj object
          && object.get("statusCode") instanceof Json.Num status) {
        return String.valueOf(status.text());
      }
    } catch (JsonException _) {
      // Refused below, as any other text that names no status.
    }
    throw Failure.internal();
  }
}
