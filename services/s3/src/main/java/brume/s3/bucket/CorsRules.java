package brume.s3.bucket;

import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.model.s3.CORSConfiguration;
import brume.model.s3.CORSRule;
import brume.s3.refusal.MalformedXml;
import java.util.Set;

/// What a CORS configuration may be.
///
/// Source: Amazon S3 User Guide, "Elements of a CORS configuration".
public final class CorsRules {
  static final int MAX_RULES = 100;

  private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "HEAD");

  private CorsRules() {}

  public static void check(CORSConfiguration configuration) {
    int rules = configuration.corsRules().size();
    if (rules == 0 || rules > MAX_RULES) {
      throw MalformedXml.refusal();
    }
    configuration.corsRules().forEach(CorsRules::check);
  }

  private static void check(CORSRule rule) {
    for (var method : rule.allowedMethods()) {
      if (!METHODS.contains(method)) {
        throw INVALID_REQUEST.because(
            "Found unsupported HTTP method in CORS config. Unsupported method is " + method);
      }
    }
    for (var origin : rule.allowedOrigins()) {
      if (origin.indexOf('*') != origin.lastIndexOf('*')) {
        throw INVALID_REQUEST.because(
            "AllowedOrigin \"" + origin + "\" can not have more than one wildcard.");
      }
    }
  }
}
