package brume.identity.sigv4;

import java.util.Set;

/// Where S3 differs from every other service.
///
/// Source: "Create a signed AWS API request" and "Signature Version 4: special cases" of S3.
public enum SigningRules {
  /// Paths are taken as they are, encoded once; the hash of the body is a header and may be waived
  /// or given in chunks.
  S3,
  /// Paths are normalised and encoded twice; the hash of the body is always signed.
  USUAL;

  private static final Set<String> LIKE_S3 = Set.of("s3", "s3express", "s3-object-lambda");

  /// @param signingName the service of a credential scope
  public static SigningRules of(String signingName) {
    return LIKE_S3.contains(signingName) ? S3 : USUAL;
  }
}
