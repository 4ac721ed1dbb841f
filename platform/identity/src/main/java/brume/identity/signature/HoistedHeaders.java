package brume.identity.signature;

import brume.http.Headers;
import brume.http.QueryString;
import brume.http.Request;
import java.util.List;

/// Headers that stand in the query of a presigned URL of S3, so that whoever uses the URL need not
/// send them: `x-amz-acl`, `x-amz-meta-…`.
final class HoistedHeaders {
  private static final String PREFIX = "x-amz-";

  /// Those of version 2 beside the prefixed ones.
  private static final List<String> OTHERS = List.of("content-md5", "content-type");

  private HoistedHeaders() {}

  /// The request with the headers of its query, which are signed as the rest of it and so come
  /// before others of the same name.
  static Request in(Request request, boolean version2) {
    Headers headers = request.headers();
    for (var parameter : QueryString.parse(request.query()).parameters()) {
      var name = parameter.name();
      if (name.startsWith(PREFIX) || (version2 && OTHERS.contains(name))) {
        headers = headers.set(name, parameter.value());
      }
    }
    return request.with(headers);
  }
}
