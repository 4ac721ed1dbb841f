package brume.lambda.runtime.api;

import brume.base.Bytes;
import brume.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a runtime is told.
record Answer(int status, Map<String, String> headers, Bytes body) {
  static final Answer ACCEPTED = json(202, Json.object("status", Json.of("OK")));
  static final Answer NO_SUCH_PATH = error(404, "NotFound", "Not a path of the Lambda runtime API");
  static final Answer STALE = error(400, "InvalidRequestID", "Invalid request ID");
  static final Answer TOO_LARGE =
      error(
          413,
          "RequestEntityTooLarge",
          "Exceeded maximum allowed payload size ("
              + brume.lambda.runtime.Limits.PAYLOAD_BYTES
              + " bytes).");
  static final Answer WRONG_STATE =
      error(403, "InvalidStateTransition", "The environment is initialised already");

  private static Answer error(int status, String type, String message) {
    return json(status, Json.object("errorType", Json.of(type), "errorMessage", Json.of(message)));
  }

  private static Answer json(int status, Json body) {
    return new Answer(status, Map.of(), Bytes.utf8(body.print()));
  }

  /// An event, with the headers by which runtimes learn about it.
  static Answer of(Event event) {
    var request = event.request();
    var headers = new LinkedHashMap<String, String>();
    headers.put("Lambda-Runtime-Aws-Request-Id", request.requestId());
    headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(event.deadline().toEpochMilli()));
    headers.put("Lambda-Runtime-Invoked-Function-Arn", request.invokedArn().toString());
    putIfGiven(headers, "Lambda-Runtime-Trace-Id", request.traceId());
    putIfGiven(headers, "Lambda-Runtime-Client-Context", request.clientContext());
    putIfGiven(headers, "Lambda-Runtime-Cognito-Identity", request.cognitoIdentity());
    return new Answer(200, headers, request.payload());
  }

  private static void putIfGiven(
      Map<String, String> headers, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      headers.put(name, value.replace('\r', ' ').replace('\n', ' '));
    }
  }

  /// In one write, so that small answers are one packet.
  void writeTo(OutputStream out) throws IOException {
    var head = new StringBuilder(512).append("HTTP/1.1 ").append(status).append(" \r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length());
    head.append("\r\n\r\n");
    var message = new ByteArrayOutputStream(head.length() + body.length());
    message.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    message.writeBytes(body.shared());
    message.writeTo(out);
    out.flush();
  }
}
