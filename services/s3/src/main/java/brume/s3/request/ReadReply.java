package brume.s3.request;

import brume.model.s3.HeadObjectOutput;
import brume.s3.checksum.Checksum;
import brume.s3.object.Carry;
import brume.shape.Structure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// What the replies of GetObject and HeadObject say of an object.
public final class ReadReply {
  private ReadReply() {}

  /// @param request that of GetObject or HeadObject
  public static HeadObjectOutput of(
      Reading.Found found, Reading.Selected selected, Structure request) {
    var range = selected.range();
    boolean wanted = "ENABLED".equals(Carry.member(request, "ChecksumMode"));
    var head =
        found.head(wanted && (range == null || range.length() == range.total())).toBuilder()
            .contentLength(selected.length(found.version()))
            .contentRange(range == null ? null : range.contentRange())
            .partsCount(selected.partsCount())
            .build();
    if (wanted && selected.part() != null) {
      head = Checksum.put(Checksum.in(selected.part()), Checksum.without(head));
    }
    return overridden(head, request);
  }

  /// With the headers that the request wants in place of the object's own.
  private static HeadObjectOutput overridden(HeadObjectOutput head, Structure request) {
    var expires = (Instant) Carry.member(request, "ResponseExpires");
    return head.toBuilder()
        .cacheControl(or(request, "ResponseCacheControl", head.cacheControl()))
        .contentDisposition(or(request, "ResponseContentDisposition", head.contentDisposition()))
        .contentEncoding(or(request, "ResponseContentEncoding", head.contentEncoding()))
        .contentLanguage(or(request, "ResponseContentLanguage", head.contentLanguage()))
        .contentType(or(request, "ResponseContentType", head.contentType()))
        .expires(expires == null ? head.expires() : httpDate(expires))
        .build();
  }

  private static String httpDate(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  private static @Nullable String or(Structure request, String member, @Nullable String otherwise) {
    return Carry.member(request, member) instanceof String wanted ? wanted : otherwise;
  }
}
