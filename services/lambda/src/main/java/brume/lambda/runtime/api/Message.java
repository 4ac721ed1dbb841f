package brume.lambda.runtime.api;

import java.util.Map;

/// A request of a runtime.
///
/// @param headers by lower-case name, trailers included
/// @param body whole; empty and `tooLarge` when it exceeded the limit
record Message(
    String method, String path, Map<String, String> headers, byte[] body, boolean tooLarge) {

  String header(String name, String otherwise) {
    return headers.getOrDefault(name, otherwise);
  }
}
