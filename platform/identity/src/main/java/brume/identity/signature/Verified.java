package brume.identity.signature;

import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Principal;
import org.jspecify.annotations.Nullable;

/// A request whose sender is known.
///
/// @param credential null for an anonymous request
/// @param authorization null for an anonymous request, and for signature version 2
/// @param request as it was sent, but with an `aws-chunked` body decoded. Reading a streamed body
///   throws [RefusedException] before its last byte when it is not the one that was signed
/// @param trailers the fields behind an `aws-chunked` body
public record Verified(
    Principal principal,
    @Nullable Credential credential,
    @Nullable Authorization authorization,
    BodyMode bodyMode,
    Request request,
    Trailers trailers) {

  /// Whom it comes from, where somebody has to stand up for it.
  ///
  /// Throws [RefusedException] for an anonymous request.
  public Principal requireSigned() {
    if (credential == null) {
      throw Refusal.MISSING.because("Request is missing Authentication Token");
    }
    return principal;
  }
}
