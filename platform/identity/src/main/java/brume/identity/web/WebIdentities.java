package brume.identity.web;

import java.time.Instant;

/// Verifies the tokens of one or several identity providers.
///
/// Source: AWS STS API reference, `AssumeRoleWithWebIdentity`.
public interface WebIdentities {
  /// Whether it is here that tokens of this issuer are verified.
  ///
  /// @param issuer the claim `iss`, such as `https://cognito-identity.amazonaws.com`
  boolean know(String issuer);

  /// Whom the token is about.
  ///
  /// Throws [RefusedTokenException] for a token that is not of this issuer, was tampered with or is
  /// too old.
  WebIdentity verify(String token, Instant now);
}
