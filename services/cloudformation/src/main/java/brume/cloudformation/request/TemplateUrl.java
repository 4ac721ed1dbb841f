package brume.cloudformation.request;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An object of S3, as URLs name it: by its host or by its path. Whatever the host, it is an object
/// of this Brume.
///
/// @param version null for the newest
record TemplateUrl(String bucket, String key, @Nullable String version) {
  private static final String SCHEME = "s3://";

  /// Throws a validation error when `text` names no object.
  static TemplateUrl parse(String text) {
    try {
      var uri = new URI(text);
      var host = uri.getHost();
      var path = uri.getRawPath();
      if (host != null
          && path != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        var bucket = bucketOf(host);
        var named = bucket == null ? path.substring(Math.min(1, path.length())) : bucket + path;
        return of(named, version(uri.getRawQuery()));
      }
    } catch (URISyntaxException _) {
      // Refused below.
    }
    throw invalid();
  }

  /// Of `s3://bucket/key`.
  static TemplateUrl parseS3(String text) {
    return of(text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : "", null);
  }

  private static TemplateUrl of(String bucketAndKey, @Nullable String version) {
    int slash = bucketAndKey.indexOf('/');
    if (slash <= 0 || slash == bucketAndKey.length() - 1) {
      throw invalid();
    }
    return new TemplateUrl(
        bucketAndKey.substring(0, slash), decoded(bucketAndKey.substring(slash + 1)), version);
  }

  /// The bucket in `bucket.s3.region.…`; null for hosts such as `s3.region.…` and `localhost`,
  /// whose paths begin with the bucket.
  private static @Nullable String bucketOf(String host) {
    int dot = host.indexOf(".s3.");
    int dash = host.indexOf(".s3-");
    int end = dot < 0 ? dash : dash < 0 ? dot : Math.min(dot, dash);
    return end <= 0 ? null : host.substring(0, end);
  }

  private static @Nullable String version(@Nullable String query) {
    for (var pair : query == null ? new String[0] : query.split("&", -1)) {
      if (pair.startsWith("versionId=")) {
        return decoded(pair.substring("versionId=".length()));
      }
    }
    return null;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw invalid();
    }
  }

  private static RuntimeException invalid() {
    return VALIDATION_ERROR.because("TemplateURL must be a supported URL.");
  }
}
