package brume.apigateway.authorizer;

import brume.http.Request;
import brume.identity.signature.Authorization;
import brume.service.Access;
import brume.service.Call;
import brume.service.Gate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Signed requests to APIs, and what policies say of them.
public record Signatures(Gate gate) {
  private static final String SERVICE = "execute-api";
  public static final String INVOKE = "execute-api:Invoke";

  /// @param request as it was sent; reading its body throws before the last byte when it is not the
  ///   one that was signed
  public record Signed(Sender sender, Request request) {}

  /// Throws a [brume.shape.ServiceException] when the request is not signed, or not well.
  public Signed identify(Call call, Request request) throws IOException {
    var visit = gate.identify(call, request, SERVICE);
    var authorization = Authorization.of(request);
    var key = authorization == null ? "" : authorization.accessKeyId();
    return new Signed(new Sender(visit.call(), key), visit.request());
  }

  /// Throws the refusal of a call that may not be made.
  ///
  /// @param action such as [#INVOKE]
  /// @param method the ARN of what is asked for
  /// @param policy of the API
  public void authorize(Call call, String action, String method, @Nullable String policy) {
    var access = Access.to(action, method);
    gate.authorize(call, access.guardedBy(new Access.Guard(call.scope().account(), policy)));
  }
}
