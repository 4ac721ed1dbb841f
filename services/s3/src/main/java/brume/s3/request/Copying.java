package brume.s3.request;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_RANGE;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.base.Ids;
import brume.model.s3.UploadPartCopyRequest;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import brume.s3.checksum.ChecksumType;
import brume.s3.data.Contents;
import brume.s3.encryption.CustomerKey;
import brume.s3.object.ByteRange;
import brume.s3.object.Carry;
import brume.s3.object.Conditions;
import brume.s3.object.CopySource;
import brume.s3.object.Upload;
import brume.s3.object.Version;
import brume.s3.refusal.Detail;
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
  private final Plaintext plaintext;
  private final BucketAccess access;

  public Copying(Reading reading, Contents contents, Plaintext plaintext, BucketAccess access) {
    this.reading = reading;
    this.contents = contents;
    this.plaintext = plaintext;
    this.access = access;
  }

  public Access access(Call call, String copySource) {
    var source = CopySource.parse(copySource);
    return access.toVersion(call, "GetObject", source.bucket(), source.key(), source.versionId());
  }

  /// What is to be copied.
  ///
  /// @param key which reads it; null for none
  public record Source(Reading.Found found, @Nullable CustomerKey key) {
    public Version version() {
      return found.version();
    }
  }

  /// @param request that of CopyObject or UploadPartCopy
  public Source find(Call call, Structure request) {
    var source = CopySource.parse(String.valueOf(Carry.member(request, "CopySource")));
    var found =
        reading.find(
            call,
            new Reading.Target(
                source.bucket(),
                source.key(),
                source.versionId(),
                (String) Carry.member(request, "ExpectedSourceBucketOwner")));
    var key = CustomerKey.ofSource(request, found.version());
    new Conditions(
            (String) Carry.member(request, "CopySourceIfMatch"),
            (String) Carry.member(request, "CopySourceIfNoneMatch"),
            (Instant) Carry.member(request, "CopySourceIfModifiedSince"),
            (Instant) Carry.member(request, "CopySourceIfUnmodifiedSince"))
        .checkSource(found.version());
    return new Source(found, key);
  }

  /// A copy of a whole object. Where all that is to be said of its bytes is known already, they are
  /// copied within the kernel.
  ///
  /// @param key which encrypts the copy; null for none
  public Payload.Received whole(
      Source source, Algorithm algorithm, @Nullable CustomerKey key, Ids ids) {
    long size = source.version().size();
    checkSize(size);
    var known = Checksum.in(source.version().head());
    var md5 = source.version().etag().replace("\"", "");
    if (known == null
        || source.key != null
        || key != null
        || known.algorithm() != algorithm
        || known.type() != ChecksumType.FULL_OBJECT
        || md5.length() != MD5_DIGITS) {
      var body = plaintext.open(source.found, source.key, 0, size);
      return Payload.copied(body, algorithm).receive(contents, ids, key);
    }
    var region = Contents.Region.all(source.found.bucket(), source.version().content());
    try {
      var copied = contents.join(List.of(region), ids);
      return new Payload.Received(copied, HexFormat.of().parseHex(md5), known, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A copy of the range that the request names, of all when it names none, for a part.
  public Payload.Received part(
      Source source, UploadPartCopyRequest request, Upload upload, Ids ids) {
    var key = CustomerKey.of(request, upload);
    var header = request.copySourceRange();
    long size = source.version().size();
    var range = header == null ? null : range(header, size);
    long length = range == null ? size : range.length();
    checkSize(length);
    var body = plaintext.open(source.found, source.key, range == null ? 0 : range.first(), length);
    return Payload.copied(body, PartTarget.usual(upload)).receive(contents, ids, key);
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
