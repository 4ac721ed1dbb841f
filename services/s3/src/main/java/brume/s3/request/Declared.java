package brume.s3.request;

import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import brume.s3.refusal.Lacking;
import brume.shape.Structure;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The checksum that the headers of a request declare.
final class Declared {
  private static final String[] MISSING_ALGORITHMS = {
    "ChecksumMD5", "ChecksumSHA512", "ChecksumXXHASH3", "ChecksumXXHASH64", "ChecksumXXHASH128"
  };

  private Declared() {}

  /// Null when they declare none.
  static @Nullable Checksum in(Structure request) {
    Lacking.refuse(request, MISSING_ALGORITHMS);
    var declared = Checksum.in(request);
    if (declared != null) {
      checkDeclared(request, declared);
    }
    return declared;
  }

  private static void checkDeclared(Structure request, Checksum declared) {
    long given =
        Arrays.stream(Algorithm.values())
            .filter(
                algorithm -> request.member(request.shape().indexOf(algorithm.member())) != null)
            .count();
    if (given > 1) {
      throw INVALID_REQUEST.because(
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }
    if (!isBase64(declared.value(), declared.algorithm().bytes())) {
      throw invalidValue(declared.algorithm());
    }
  }

  static RuntimeException invalidValue(Algorithm algorithm) {
    return INVALID_REQUEST.because("Value for " + algorithm.header() + " header is invalid.");
  }

  static boolean isBase64(String text, int bytes) {
    try {
      return Base64.getDecoder().decode(text).length == bytes;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
