package brume.identity.signature;

import brume.identity.sigv4.SigningRules;

/// Compares what a request was signed for with where it was sent. The texts are those of AWS: S3
/// tells the form of the signature too.
final class ScopeCheck {
  private ScopeCheck() {}

  static void service(Authorization signed, String expected) {
    var actual = signed.scope().service();
    if (!actual.equals(expected)) {
      throw SigningRules.of(expected) == SigningRules.S3
          ? s3(
              signed,
              "incorrect service \""
                  + actual
                  + "\". This endpoint belongs to \""
                  + expected
                  + "\".")
          : usual("Credential should be scoped to correct service: '" + expected + "'. ");
    }
  }

  static void region(Authorization signed, String expected) {
    var actual = signed.scope().region();
    if (!actual.equals(expected)) {
      throw signed.scope().rules() == SigningRules.S3
          ? s3(signed, "the region '" + actual + "' is wrong; expecting '" + expected + "'")
          : usual("Credential should be scoped to a valid region. ");
    }
  }

  static void date(Authorization signed) {
    var date = signed.scope().date();
    if (!signed.timestamp().startsWith(date) || date.length() != "YYYYMMDD".length()) {
      var day = signed.timestamp().substring(0, "YYYYMMDD".length());
      throw signed.scope().rules() == SigningRules.S3
          ? s3(
              signed,
              "Invalid credential date \""
                  + date
                  + "\". This date is not the same as X-Amz-Date: \""
                  + day
                  + "\".")
          : usual(
              "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
                  + " HTTP: '%s' != '%s', from '%s'.".formatted(date, day, signed.timestamp()));
    }
  }

  private static RefusedException s3(Authorization signed, String what) {
    return signed.presigned()
        ? Refusal.INCOMPLETE_QUERY.because("Error parsing the X-Amz-Credential parameter; " + what)
        : Refusal.WRONG_SCOPE.because("The authorization header is malformed; " + what);
  }

  private static RefusedException usual(String message) {
    return Refusal.WRONG_SCOPE.because(message);
  }
}
