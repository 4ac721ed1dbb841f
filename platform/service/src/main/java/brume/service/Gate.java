package brume.service;

import brume.http.Request;
import java.io.IOException;

/// Tells a site who signed a request, and whether they may do what they ask.
public interface Gate extends Authorizer {
  /// A request and the call that its sender makes by it.
  ///
  /// @param request as it was sent; reading its body throws before the last byte when it is not the
  ///   one that was signed
  record Visit(Call call, Request request) {}

  /// The request's sender, who may do nothing yet: [#authorize] decides.
  ///
  /// Throws a [brume.shape.ServiceException] with AWS's code and text when the request is not
  /// signed, or not signed well, and [IOException] when its body cannot be read.
  ///
  /// @param call as the site got it, made by nobody yet
  /// @param signingName the service that the request must be signed for, such as `execute-api`
  Visit identify(Call call, Request request, String signingName) throws IOException;
}
