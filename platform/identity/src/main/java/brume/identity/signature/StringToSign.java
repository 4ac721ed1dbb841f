package brume.identity.signature;

import brume.identity.sigv4.CanonicalRequest;
import brume.identity.sigv4.SigningRules;
import brume.identity.sigv4.SigningScope;

/// The text that the signing key signs, and what a client is told when it signed another.
///
/// Source: "Create a signed AWS API request", step 3.
final class StringToSign {
  private StringToSign() {}

  static String of(String timestamp, SigningScope scope, String canonical) {
    return AuthorizationHeader.ALGORITHM
        + '\n'
        + timestamp
        + '\n'
        + scope
        + '\n'
        + CanonicalRequest.hash(canonical);
  }

  /// As AWS does, it shows what should have been signed; all of that is the client's own request.
  static RefusedException mismatch(String canonical, String text, SigningRules rules) {
    return Refusal.MISMATCH.because(
        switch (rules) {
          case S3 ->
              "The request signature we calculated does not match the signature you provided. Check"
                  + " your key and signing method.";
          case USUAL ->
              "The request signature we calculated does not match the signature you provided. Check"
                  + " your AWS Secret Access Key and signing method. Consult the service"
                  + " documentation for details.\n\nThe Canonical String for this request should"
                  + " have been\n'"
                  + canonical
                  + "'\n\nThe String-to-Sign should have been\n'"
                  + text
                  + "'\n";
        });
  }
}
