package brume.s3.request;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_PART_NUMBER;
import static brume.model.s3.S3Error.INVALID_REQUEST;
import static brume.model.s3.S3Error.METHOD_NOT_ALLOWED;
import static brume.model.s3.S3Error.NO_SUCH_KEY;
import static brume.model.s3.S3Error.NO_SUCH_VERSION;

import brume.model.s3.HeadObjectOutput;
import brume.model.s3.ListObjectsV2Request;
import brume.model.s3.ObjectPart;
import brume.model.s3.S3Model;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.Versioning;
import brume.s3.checksum.Checksum;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Parts;
import brume.s3.data.Versions;
import brume.s3.object.ByteRange;
import brume.s3.object.Carry;
import brume.s3.object.Version;
import brume.s3.object.VersionId;
import brume.s3.refusal.Detail;
import brume.service.Call;
import brume.service.CommonError;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds what is to be read: the version, and of it a range or a part.
public final class Reading {
  private static final String DELETE_MARKER = "x-amz-delete-marker";

  private final Buckets buckets;
  private final Versions versions;
  private final Parts parts;
  private final Configurations configurations;

  public Reading(Buckets buckets, Versions versions, Parts parts, Configurations configurations) {
    this.buckets = buckets;
    this.versions = versions;
    this.parts = parts;
    this.configurations = configurations;
  }

  /// @param bucket its name, or what ARNs of it name
  public record Target(
      String bucket, String key, @Nullable String versionId, @Nullable String expectedOwner) {
    /// That of a request that reads.
    public static Target of(Structure request) {
      return new Target(
          String.valueOf(Carry.member(request, "Bucket")),
          String.valueOf(Carry.member(request, "Key")),
          (String) Carry.member(request, "VersionId"),
          (String) Carry.member(request, "ExpectedBucketOwner"));
    }
  }

  public record Found(Bucket bucket, Version version, Versioning versioning) {
    /// What replies show of the version's id: nothing in a bucket that keeps no versions.
    public @Nullable String versionId() {
      return version.shownId(versioning);
    }

    /// What HeadObject says of it.
    public HeadObjectOutput head(boolean withChecksum) {
      var head = withChecksum ? version.head() : Checksum.without(version.head());
      int tags = version.tags().size();
      return head.toBuilder().versionId(versionId()).tagCount(tags == 0 ? null : tags).build();
    }
  }

  /// The version that is to be read. A caller who may not list the bucket is not told that a key is
  /// missing.
  public Found find(Call call, Target target) {
    var bucket = buckets.get(target.bucket, target.expectedOwner);
    var id = target.versionId;
    if (id != null && !id.equals(Version.NULL) && VersionId.order(id).isEmpty()) {
      throw INVALID_ARGUMENT.because(
          "Invalid version id specified",
          Detail.of("ArgumentName", "versionId", "ArgumentValue", id));
    }
    var version = versions.find(bucket, target.key, id);
    if (version == null || version.isDeleteMarker()) {
      throw missing(call, target, version);
    }
    return new Found(bucket, version, configurations.versioning(bucket));
  }

  private static RuntimeException missing(Call call, Target target, @Nullable Version marker) {
    if (!mayList(call, target.bucket)) {
      return brume.model.s3.S3Error.ACCESS_DENIED.because("Access Denied");
    }
    var detail = Detail.of("Key", target.key);
    if (target.versionId != null && marker != null) {
      return METHOD_NOT_ALLOWED.because(
          "The specified method is not allowed against this resource.",
          detail.withHeader(DELETE_MARKER, "true").withHeader("Allow", "DELETE"));
    }
    if (target.versionId != null) {
      return NO_SUCH_VERSION.because(
          "The specified version does not exist.",
          Detail.of("Key", target.key, "VersionId", target.versionId));
    }
    return NO_SUCH_KEY.because(
        "The specified key does not exist.",
        marker == null ? detail : detail.withHeader(DELETE_MARKER, "true"));
  }

  private static boolean mayList(Call call, String bucket) {
    try {
      call.invoke(
          S3Model.LIST_OBJECTS_V2,
          ListObjectsV2Request.builder().bucket(bucket).maxKeys(0).build());
      return true;
    } catch (ServiceException e) {
      if (e.error() == CommonError.ACCESS_DENIED) {
        return false;
      }
      throw e;
    }
  }

  /// What of a version is sent.
  ///
  /// @param range null for all of it
  /// @param part the part that it is; null for another
  /// @param partsCount of an object that was put in parts and is read part by part
  public record Selected(
      @Nullable ByteRange range, @Nullable ObjectPart part, @Nullable Integer partsCount) {
    /// In bytes.
    public long length(Version version) {
      return range == null ? version.size() : range.length();
    }
  }

  public Selected select(Found found, @Nullable String range, @Nullable Integer partNumber) {
    long size = found.version.size();
    if (partNumber == null) {
      return new Selected(ByteRange.of(range, size), null, null);
    }
    if (range != null) {
      throw INVALID_REQUEST.because(
          "Cannot specify both Range header and partNumber query parameter");
    }
    var known = parts.of(found.bucket, found.version);
    if (known == null) {
      if (partNumber != 1) {
        throw noPart(partNumber);
      }
      return new Selected(size == 0 ? null : new ByteRange(0, size, size), null, null);
    }
    return part(Objects.requireNonNullElse(known.parts(), List.<ObjectPart>of()), partNumber, size);
  }

  private static Selected part(List<ObjectPart> parts, int number, long total) {
    if (number < 1 || number > parts.size()) {
      throw noPart(number);
    }
    long first = 0;
    for (var before : parts.subList(0, number - 1)) {
      first += Objects.requireNonNull(before.size());
    }
    var part = parts.get(number - 1);
    long length = Objects.requireNonNull(part.size());
    var range = length == 0 ? null : new ByteRange(first, length, total);
    return new Selected(range, part, parts.size());
  }

  private static RuntimeException noPart(int number) {
    return INVALID_PART_NUMBER.because(
        "The requested partnumber is not satisfiable",
        Detail.of("PartNumberRequested", Integer.toString(number)));
  }
}
