package brume.s3.object;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;

import brume.base.PercentCode;
import brume.s3.refusal.Detail;
import org.jspecify.annotations.Nullable;

/// The object that a copy is made of, as a request names it.
public record CopySource(String bucket, String key, @Nullable String versionId) {
  private static final String VERSION = "?versionId=";

  /// @param text `bucket/key`, percent-encoded, perhaps with `?versionId=` behind it
  public static CopySource parse(String text) {
    int query = text.indexOf(VERSION);
    var path = decode(query < 0 ? text : text.substring(0, query), text);
    var bare = path.startsWith("/") ? path.substring(1) : path;
    int slash = bare.indexOf('/');
    if (slash <= 0 || slash == bare.length() - 1) {
      throw invalid(text);
    }
    return new CopySource(
        bare.substring(0, slash),
        bare.substring(slash + 1),
        query < 0 ? null : text.substring(query + VERSION.length()));
  }

  private static String decode(String path, String text) {
    try {
      return PercentCode.decode(path);
    } catch (IllegalArgumentException _) {
      throw invalid(text);
    }
  }

  private static RuntimeException invalid(String text) {
    return INVALID_ARGUMENT.because(
        "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
        Detail.of("ArgumentName", "x-amz-copy-source", "ArgumentValue", text));
  }
}
