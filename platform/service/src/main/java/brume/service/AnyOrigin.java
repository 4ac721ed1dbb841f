package brume.service;

import brume.http.Headers;
import brume.http.Request;

/// Pages are not told apart: what AWS answers for the APIs of Cognito.
record AnyOrigin() implements CrossOrigin {
  /// In seconds: two days.
  private static final String MAX_AGE = "172800";

  @Override
  public Headers preflight(Request request) {
    return Headers.of(
        "Access-Control-Allow-Origin",
        "*",
        "Access-Control-Allow-Methods",
        "OPTIONS,GET,POST",
        "Access-Control-Allow-Headers",
        requested(request),
        "Access-Control-Max-Age",
        MAX_AGE);
  }

  /// Named one by one: `*` would leave out `Authorization`.
  private static String requested(Request request) {
    var names = request.headers().first("access-control-request-headers");
    return names == null ? "*" : names;
  }

  @Override
  public Headers answer(Request request) {
    return Headers.of(
        "Access-Control-Allow-Origin", "*",
        "Access-Control-Expose-Headers",
            "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
  }
}
