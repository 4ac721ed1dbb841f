package brume.s3.operation;

import brume.model.s3.GetObjectAttributesOutput;
import brume.model.s3.GetObjectAttributesParts;
import brume.model.s3.GetObjectAttributesRequest;
import brume.model.s3.ObjectPart;
import brume.s3.checksum.Checksum;
import brume.s3.data.Parts;
import brume.s3.encryption.CustomerKey;
import brume.s3.request.BucketAccess;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Says what is asked of an object: its checksum, its parts, its size.
public final class GetObjectAttributes
    implements Operation<GetObjectAttributesRequest, GetObjectAttributesOutput> {
  /// Source: Amazon S3 API reference, GetObjectAttributes, `MaxParts`.
  private static final int MAX_LISTED = 1000;

  private final Reading reading;
  private final Parts parts;
  private final BucketAccess access;

  public GetObjectAttributes(Reading reading, Parts parts, BucketAccess access) {
    this.reading = reading;
    this.parts = parts;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetObjectAttributesRequest input) {
    var key = input.key();
    var version = input.versionId();
    return access
        .toVersion(call, "GetObject", input.bucket(), key, version)
        .and(access.toVersion(call, "GetObjectAttributes", input.bucket(), key, version));
  }

  @Override
  public GetObjectAttributesOutput run(Call call, GetObjectAttributesRequest input) {
    var found = reading.find(call, Reading.Target.of(input));
    var _ = CustomerKey.of(input, found.version());
    var version = found.version();
    var wanted = input.objectAttributes();
    var checksum = Checksum.in(version.head());
    boolean sums = wanted.contains("Checksum") && checksum != null;
    return GetObjectAttributesOutput.builder()
        .lastModified(version.modified())
        .versionId(found.versionId())
        .eTag(wanted.contains("ETag") ? version.etag().replace("\"", "") : null)
        .objectSize(wanted.contains("ObjectSize") ? version.size() : null)
        .storageClass(wanted.contains("StorageClass") ? version.storageClass() : null)
        .checksum(sums ? Checksum.put(checksum, brume.model.s3.Checksum.builder().build()) : null)
        .objectParts(wanted.contains("ObjectParts") ? page(found, input) : null)
        .build();
  }

  private @Nullable GetObjectAttributesParts page(
      Reading.Found found, GetObjectAttributesRequest input) {
    var known = parts.of(found.bucket(), found.version());
    if (known == null) {
      return null;
    }
    int after = input.partNumberMarker() == null ? 0 : input.partNumberMarker();
    int limit = Math.min(input.maxParts() == null ? MAX_LISTED : input.maxParts(), MAX_LISTED);
    var behind =
        Objects.requireNonNullElse(known.parts(), List.<ObjectPart>of()).stream()
            .filter(part -> Objects.requireNonNull(part.partNumber()) > after)
            .toList();
    boolean more = behind.size() > limit;
    var page = more ? behind.subList(0, limit) : behind;
    var last = page.isEmpty() ? Integer.valueOf(0) : page.getLast().partNumber();
    return GetObjectAttributesParts.builder()
        .totalPartsCount(known.totalPartsCount())
        .partNumberMarker(after)
        .nextPartNumberMarker(last)
        .maxParts(limit)
        .isTruncated(more)
        .parts(page)
        .build();
  }
}
