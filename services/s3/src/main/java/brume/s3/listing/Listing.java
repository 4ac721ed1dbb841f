package brume.s3.listing;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;

import brume.base.PercentCode;
import brume.s3.refusal.Detail;
import org.jspecify.annotations.Nullable;

/// What of a bucket is listed.
///
/// @param prefix with which the keys begin
/// @param delimiter keys that have it behind the prefix are rolled up; empty for none
/// @param after the key or the common prefix behind which the listing begins; empty for the start
/// @param within of the key `after`, which of its entries were listed before; null for all
/// @param limit of entries
/// @param encoded whether the reply's keys are percent-encoded
public record Listing(
    String prefix,
    String delimiter,
    String after,
    @Nullable String within,
    int limit,
    boolean encoded) {
  /// Source: Amazon S3 API reference, ListObjectsV2, `MaxKeys`.
  public static final int MAX_ENTRIES = 1000;

  public static Listing of(
      @Nullable String prefix,
      @Nullable String delimiter,
      @Nullable String after,
      @Nullable Integer limit,
      @Nullable String encoding) {
    int wanted = limit == null ? MAX_ENTRIES : limit;
    if (wanted < 0) {
      throw invalid("Argument maxKeys must be an integer between 0 and 2147483647", limit);
    }
    if (encoding != null && !encoding.equals("url")) {
      throw INVALID_ARGUMENT.because(
          "Invalid Encoding Method specified in Request",
          Detail.of("ArgumentName", "encoding-type", "ArgumentValue", encoding));
    }
    return new Listing(
        text(prefix),
        text(delimiter),
        text(after),
        null,
        Math.min(wanted, MAX_ENTRIES),
        encoding != null);
  }

  private static RuntimeException invalid(String text, @Nullable Integer value) {
    return INVALID_ARGUMENT.because(
        text, Detail.of("ArgumentName", "maxKeys", "ArgumentValue", String.valueOf(value)));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  public Listing within(@Nullable String entry) {
    return new Listing(prefix, delimiter, after, entry, limit, encoded);
  }

  /// What a key with the prefix is rolled up into; null when it is listed itself.
  public @Nullable String commonPrefix(String key) {
    int found = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return found < 0 ? null : key.substring(0, found + delimiter.length());
  }

  /// A text of the reply, encoded when the request asks for that.
  public @Nullable String print(@Nullable String text) {
    return text == null || !encoded ? text : PercentCode.encodePath(text);
  }

  /// The same for what is left out when it is empty.
  public @Nullable String printGiven(String text) {
    return text.isEmpty() ? null : print(text);
  }
}
