package brume.identity.signature;

import brume.identity.sigv4.SigningRules;
import brume.shape.Protocol;

/// In whose spelling a refusal is told.
public enum Dialect {
  /// awsJson and CBOR: codes end in `Exception`, status 400.
  JSON,
  /// restJson: the same codes, status 403.
  REST_JSON,
  /// awsQuery and restXml other than S3: codes without `Exception`, status 403 mostly.
  QUERY,
  EC2,
  S3;

  /// @param signingName the name of the service in credential scopes
  public static Dialect of(Protocol protocol, String signingName) {
    return switch (protocol) {
      case AWS_JSON_1_0, AWS_JSON_1_1, RPC_V2_CBOR -> JSON;
      case REST_JSON_1 -> REST_JSON;
      case AWS_QUERY -> QUERY;
      case EC2_QUERY -> EC2;
      case REST_XML -> SigningRules.of(signingName) == SigningRules.S3 ? S3 : QUERY;
    };
  }
}
