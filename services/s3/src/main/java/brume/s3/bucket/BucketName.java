package brume.s3.bucket;

import static brume.model.s3.S3Error.INVALID_BUCKET_NAME;

import brume.s3.refusal.Detail;
import java.util.List;
import java.util.regex.Pattern;

/// How a bucket may be named.
///
/// Source: Amazon S3 User Guide, "General purpose bucket naming rules".
public final class BucketName {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
  private static final List<String> RESERVED_STARTS = List.of("xn--", "sthree-");
  private static final List<String> RESERVED_ENDS =
      List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

  private BucketName() {}

  public static void check(String name) {
    if (!NAME.matcher(name).matches()
        || name.contains("..")
        || ADDRESS.matcher(name).matches()
        || RESERVED_STARTS.stream().anyMatch(name::startsWith)
        || RESERVED_ENDS.stream().anyMatch(name::endsWith)) {
      throw INVALID_BUCKET_NAME.because(
          "The specified bucket is not valid.", Detail.of("BucketName", name));
    }
  }
}
