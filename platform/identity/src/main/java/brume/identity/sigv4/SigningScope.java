package brume.identity.sigv4;

/// What a signature is good for: one day, one region, one service.
///
/// @param date `YYYYMMDD`, UTC
/// @param service its signing name, such as `dynamodb` or `execute-api`
public record SigningScope(String date, String region, String service) {
  public static final String TERMINATOR = "aws4_request";

  public SigningRules rules() {
    return SigningRules.of(service);
  }

  @Override
  public String toString() {
    return date + '/' + region + '/' + service + '/' + TERMINATOR;
  }
}
