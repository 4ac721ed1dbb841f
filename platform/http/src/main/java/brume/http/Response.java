package brume.http;

import brume.base.Body;

/// @param status 100 to 599
public record Response(int status, Headers headers, Body body) {
  public static Response of(int status) {
    return new Response(status, Headers.EMPTY, Body.EMPTY);
  }

  public static Response of(int status, String contentType, String text) {
    return new Response(status, Headers.of("Content-Type", contentType), Body.utf8(text));
  }

  public Response with(String header, String value) {
    return new Response(status, headers.with(header, value), body);
  }

  public Response with(Headers more) {
    return new Response(status, headers.with(more), body);
  }
}
