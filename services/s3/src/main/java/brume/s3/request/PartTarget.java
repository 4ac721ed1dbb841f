package brume.s3.request;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.s3.checksum.Algorithm;
import brume.s3.object.Upload;
import brume.s3.refusal.Detail;
import java.util.Locale;

/// The part of an upload that a request puts.
public final class PartTarget {
  /// Source: Amazon S3 User Guide, "Amazon S3 multipart upload limits".
  public static final int MAX_PARTS = 10_000;

  private PartTarget() {}

  public static void checkNumber(int number) {
    if (number < 1 || number > MAX_PARTS) {
      throw INVALID_ARGUMENT.because(
          "Part number must be an integer between 1 and 10000, inclusive",
          Detail.of("ArgumentName", "partNumber", "ArgumentValue", Integer.toString(number)));
    }
  }

  /// The algorithm of parts that name none.
  public static Algorithm usual(Upload upload) {
    var algorithm = upload.algorithm();
    return algorithm == null ? Algorithm.CRC64NVME : algorithm;
  }

  public static void checkAlgorithm(Upload upload, Algorithm algorithm) {
    var expected = upload.algorithm();
    if (expected != null && expected != algorithm) {
      throw INVALID_REQUEST.because(
          "Checksum Type mismatch occurred, expected checksum Type: "
              + expected.name().toLowerCase(Locale.ROOT)
              + ", actual checksum Type: "
              + algorithm.name().toLowerCase(Locale.ROOT));
    }
  }
}
