package brume.s3.bucket;

import brume.http.Headers;
import brume.model.s3.CORSConfiguration;
import brume.model.s3.CORSRule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The first rule of a CORS configuration that fits a request, and what it tells the browser.
///
/// Source: Amazon S3 User Guide, "How CORS is evaluated" and "Elements of a CORS configuration".
///
/// @param pattern of the rule's origins, the one that fits
public record CorsMatch(CORSRule rule, String pattern, String origin) {
  private static final String ANY = "*";
  private static final String VARY =
      "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";

  /// Null when no rule fits.
  ///
  /// @param headers that a preflight announces
  public static @Nullable CorsMatch find(
      CORSConfiguration configuration, String origin, String method, List<String> headers) {
    for (var rule : configuration.corsRules()) {
      var pattern =
          rule.allowedOrigins().stream()
              .filter(allowed -> fits(allowed, origin))
              .findFirst()
              .orElse(null);
      if (pattern != null && rule.allowedMethods().contains(method) && allows(rule, headers)) {
        return new CorsMatch(rule, pattern, origin);
      }
    }
    return null;
  }

  private static boolean allows(CORSRule rule, List<String> headers) {
    var allowed = Objects.requireNonNullElse(rule.allowedHeaders(), List.<String>of());
    return headers.stream()
        .allMatch(header -> allowed.stream().anyMatch(pattern -> fits(pattern, header)));
  }

  /// @param pattern with at most one `*`
  private static boolean fits(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equalsIgnoreCase(text);
    }
    int behind = pattern.length() - star - 1;
    return text.length() >= star + behind
        && text.regionMatches(true, 0, pattern, 0, star)
        && text.regionMatches(true, text.length() - behind, pattern, star + 1, behind);
  }

  /// @param announced the headers that a preflight names; null for none
  public Headers headers(@Nullable String announced) {
    var headers = Headers.of("Access-Control-Allow-Origin", pattern.equals(ANY) ? ANY : origin);
    if (!pattern.equals(ANY)) {
      headers = headers.with("Access-Control-Allow-Credentials", "true");
    }
    headers =
        headers.with("Access-Control-Allow-Methods", String.join(", ", rule.allowedMethods()));
    if (announced != null) {
      headers = headers.with("Access-Control-Allow-Headers", announced);
    }
    if (rule.exposeHeaders() != null && !rule.exposeHeaders().isEmpty()) {
      headers =
          headers.with("Access-Control-Expose-Headers", String.join(", ", rule.exposeHeaders()));
    }
    if (rule.maxAgeSeconds() != null) {
      headers = headers.with("Access-Control-Max-Age", rule.maxAgeSeconds().toString());
    }
    return headers.with("Vary", VARY);
  }
}
