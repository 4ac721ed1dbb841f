package brume.s3.object;

import static brume.model.s3.S3Error.NOT_MODIFIED;
import static brume.model.s3.S3Error.NO_SUCH_KEY;
import static brume.model.s3.S3Error.PRECONDITION_FAILED;

import brume.s3.refusal.Detail;
import brume.shape.Structure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The conditions of a request on the object that is there.
///
/// Source: RFC 9110, section 13.2.2; Amazon S3 API reference, GetObject, and User Guide, "Add
/// preconditions to S3 operations with conditional requests".
public record Conditions(
    @Nullable String ifMatch,
    @Nullable String ifNoneMatch,
    @Nullable Instant ifModifiedSince,
    @Nullable Instant ifUnmodifiedSince) {

  public static Conditions of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    return new Conditions(ifMatch, ifNoneMatch, null, null);
  }

  /// Those of the request of GetObject or HeadObject.
  public static Conditions ofRead(Structure request) {
    return new Conditions(
        (String) Carry.member(request, "IfMatch"),
        (String) Carry.member(request, "IfNoneMatch"),
        (Instant) Carry.member(request, "IfModifiedSince"),
        (Instant) Carry.member(request, "IfUnmodifiedSince"));
  }

  /// Of a read: a copy that the caller has already is not sent again.
  public void checkRead(Version version) {
    checkMatch(version);
    if (isKnown(version)) {
      throw NOT_MODIFIED.because("Not Modified");
    }
  }

  /// Of the source of a copy, which is not read when it is known.
  public void checkSource(Version version) {
    checkMatch(version);
    if (isKnown(version)) {
      throw failed(ifNoneMatch != null ? "x-amz-copy-source-If-None-Match" : "If-Modified-Since");
    }
  }

  private void checkMatch(Version version) {
    if (ifMatch != null && !matches(ifMatch, version.etag())) {
      throw failed("If-Match");
    }
    if (ifMatch == null
        && ifUnmodifiedSince != null
        && seconds(version.modified()).isAfter(ifUnmodifiedSince)) {
      throw failed("If-Unmodified-Since");
    }
  }

  private boolean isKnown(Version version) {
    if (ifNoneMatch != null) {
      return matches(ifNoneMatch, version.etag());
    }
    return ifModifiedSince != null && !seconds(version.modified()).isAfter(ifModifiedSince);
  }

  /// Of a write.
  ///
  /// @param current null when there is no object
  public void checkWrite(@Nullable Version current) {
    if (ifNoneMatch != null && current != null && matches(ifNoneMatch, current.etag())) {
      throw failed("If-None-Match");
    }
    if (ifMatch == null) {
      return;
    }
    if (current == null) {
      throw NO_SUCH_KEY.because("The specified key does not exist.");
    }
    if (!matches(ifMatch, current.etag())) {
      throw failed("If-Match");
    }
  }

  public static RuntimeException failed(String condition) {
    return PRECONDITION_FAILED.because(
        "At least one of the pre-conditions you specified did not hold",
        Detail.of("Condition", condition));
  }

  /// @param list entity tags with commas between them, or `*`
  private static boolean matches(String list, String etag) {
    return list.strip().equals("*")
        || Arrays.stream(list.split(",")).anyMatch(one -> bare(one).equals(bare(etag)));
  }

  private static String bare(String etag) {
    var text = etag.strip();
    var strong = text.startsWith("W/") ? text.substring(2) : text;
    return strong.replace("\"", "");
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
