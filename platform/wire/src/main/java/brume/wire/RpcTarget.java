package brume.wire;

import brume.http.Request;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The service and the operation that a request of an RPC protocol names outside its body.
///
/// Source: Smithy, "AWS JSON 1.0 protocol", `X-Amz-Target`; "Smithy RPC v2 CBOR protocol", section
/// "HTTP binding": the path may have a prefix, and is meant only where the header says so.
///
/// @param service as the model spells it there
public record RpcTarget(String service, String operation) {
  static final String PROTOCOL = "smithy-protocol";
  static final String CBOR = "rpc-v2-cbor";

  private static final Pattern PATH =
      Pattern.compile(".*/service/([A-Za-z0-9_.]+)/operation/([A-Za-z0-9_]+)");

  /// Null when the request names none.
  public static @Nullable RpcTarget of(Request request) {
    if (isCbor(request)) {
      var path = PATH.matcher(request.path());
      if (path.matches()) {
        var service = path.group(1);
        return new RpcTarget(service.substring(service.lastIndexOf('.') + 1), path.group(2));
      }
      return null;
    }
    var header = request.headers().first("x-amz-target");
    if (header == null) {
      return null;
    }
    int dot = header.lastIndexOf('.');
    return new RpcTarget(header.substring(0, Math.max(0, dot)), header.substring(dot + 1));
  }

  static boolean isCbor(Request request) {
    return CBOR.equals(request.headers().first(PROTOCOL));
  }
}
