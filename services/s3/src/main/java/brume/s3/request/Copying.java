package brume.s3.request;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_RANGE;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.base.Ids;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import brume.s3.checksum.ChecksumType;
import brume.s3.data.Contents;
import brume.s3.object.ByteRange;
import brume.s3.object.Carry;
import brume.s3.object.Conditions;
import brume.s3.object.CopySource;
import brume.s3.refusal.Detail;
import brume.s3.refusal.Lacking;
import brume.service.Access;
import brume.service.Call;
import brume.shape.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds and copies the sources of CopyObject and UploadPartCopy.
public final class Copying {
  private static final Pattern RANGE = Pattern.compile("bytes=\\d{1,18}-\\d{1,18}");
  private static final int MD5_DIGITS = 32;

  private final Reading reading;
  private final Contents contents;
  private final BucketAccess access;

  public Copying(Reading reading, Contents contents, BucketAccess access) {
    this.reading = reading;
    this.contents = contents;
    this.access = access;
  }

  public Access access(Call call, String copySource) {
    var source = CopySource.parse(copySource);
    return access.toVersion(call, "GetObject", source.bucket(), source.key(), source.versionId());
  }

  /// @param request that of CopyObject or UploadPartCopy
  public Reading.Found find(Call call, Structure request) {
    Lacking.refuse(request, "CopySourceSSECustomerAlgorithm", "SSECustomerAlgorithm");
    var source = CopySource.parse(String.valueOf(Carry.member(request, "CopySource")));
    var found =
        reading.find(
            call,
            new Reading.Target(
                source.bucket(),
                source.key(),
                source.versionId(),
                (String) Carry.member(request, "ExpectedSourceBucketOwner")));
    if (found.version().nonce() != null) {
      throw Lacking.of("copies of what customers' keys encrypt");
    }
    new Conditions(
            (String) Carry.member(request, "CopySourceIfMatch"),
            (String) Carry.member(request, "CopySourceIfNoneMatch"),
            (Instant) Carry.member(request, "CopySourceIfModifiedSince"),
            (Instant) Carry.member(request, "CopySourceIfUnmodifiedSince"))
        .checkSource(found.version());
    return found;
  }

  /// A copy of a whole object. Where all that is to be said of its bytes is known already, they are
  /// copied within the kernel.
  public Payload.Received whole(Reading.Found source, Algorithm algorithm, Ids ids) {
    long size = source.version().size();
    checkSize(size);
    var known = Checksum.in(source.version().head());
    var md5 = source.version().etag().replace("\"", "");
    var region = Contents.Region.all(source.bucket(), source.version().content());
    if (known == null
        || known.algorithm() != algorithm
        || known.type() != ChecksumType.FULL_OBJECT
        || md5.length() != MD5_DIGITS) {
      return Payload.copied(contents.open(region), algorithm).receive(contents, ids);
    }
    try {
      var copied = contents.join(List.of(region), ids);
      return new Payload.Received(copied, HexFormat.of().parseHex(md5), known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A copy of a range, of all when it is null.
  public Payload.Received range(
      Reading.Found source, @Nullable String header, Algorithm algorithm, Ids ids) {
    long size = source.version().size();
    var range = header == null ? null : range(header, size);
    long length = range == null ? size : range.length();
    checkSize(length);
    var region =
        new Contents.Region(
            source.bucket(), source.version().content(), range == null ? 0 : range.first(), length);
    return Payload.copied(contents.open(region), algorithm).receive(contents, ids);
  }

  private static ByteRange range(String header, long size) {
    var range = RANGE.matcher(header).matches() ? ByteRange.of(header, size) : null;
    if (range == null) {
      throw INVALID_ARGUMENT.because(
          "The x-amz-copy-source-range value must be of the form bytes=first-last where first and"
              + " last are the zero-based offsets of the first and last bytes to copy",
          Detail.of("ArgumentName", "x-amz-copy-source-range", "ArgumentValue", header));
    }
    var last = Long.parseLong(header.substring(header.indexOf('-') + 1));
    if (last >= size) {
      throw INVALID_RANGE.because("The requested range is not satisfiable");
    }
    return range;
  }

  private static void checkSize(long bytes) {
    if (bytes > Payload.MAX_BYTES) {
      throw INVALID_REQUEST.because(
          "The specified copy source is larger than the maximum allowable size for a copy source: "
              + Payload.MAX_BYTES);
    }
  }
}
