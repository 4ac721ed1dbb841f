package brume.s3.object;

import static brume.model.s3.S3Error.INVALID_RANGE;

import brume.s3.refusal.Detail;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A range of an object's bytes.
///
/// Source: RFC 9110, section 14.1.2. S3 ignores a range that is malformed, and one of several
/// ranges.
///
/// @param first the first byte's offset
/// @param length in bytes
/// @param total the length of the object
public record ByteRange(long first, long length, long total) {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /// Null when the whole object is wanted.
  public static @Nullable ByteRange of(@Nullable String header, long total) {
    var matcher = header == null ? null : RANGE.matcher(header.strip());
    if (header == null || matcher == null || !matcher.matches()) {
      return null;
    }
    var from = matcher.group(1);
    var to = matcher.group(2);
    if (from.isEmpty()) {
      return to.isEmpty() ? null : suffix(header, Long.parseLong(to), total);
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
    if (last < first) {
      return null;
    }
    if (first >= total) {
      throw unsatisfiable(header, total);
    }
    return new ByteRange(first, Math.min(last, total - 1) - first + 1, total);
  }

  private static ByteRange suffix(String header, long wanted, long total) {
    if (wanted == 0 || total == 0) {
      throw unsatisfiable(header, total);
    }
    long length = Math.min(wanted, total);
    return new ByteRange(total - length, length, total);
  }

  private static RuntimeException unsatisfiable(String header, long total) {
    return INVALID_RANGE.because(
        "The requested range is not satisfiable",
        Detail.of("RangeRequested", header, "ActualObjectSize", String.valueOf(total)));
  }

  /// As the reply names it.
  public String contentRange() {
    return "bytes " + first + '-' + (first + length - 1) + '/' + total;
  }
}
