package brume.s3.object;

import static brume.model.s3.S3Error.BAD_DIGEST;
import static brume.model.s3.S3Error.ENTITY_TOO_SMALL;
import static brume.model.s3.S3Error.INVALID_PART;
import static brume.model.s3.S3Error.INVALID_PART_ORDER;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.base.Bytes;
import brume.model.s3.CompletedPart;
import brume.model.s3.GetObjectAttributesParts;
import brume.model.s3.ObjectPart;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import brume.s3.checksum.Md5;
import brume.s3.refusal.Detail;
import brume.s3.refusal.MalformedXml;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parts that make an object, in order.
///
/// Source: Amazon S3 API reference, CompleteMultipartUpload.
public record Completion(Upload upload, List<UploadedPart> parts) {
  /// In bytes, of all parts but the last. Source: Amazon S3 User Guide, "Amazon S3 multipart upload
  /// limits".
  static final long MIN_PART_BYTES = 5L << 20;

  /// @param wanted what the request lists
  /// @param uploaded what is there, by number
  public static Completion of(
      Upload upload, @Nullable List<CompletedPart> wanted, Map<Integer, UploadedPart> uploaded) {
    if (wanted == null || wanted.isEmpty()) {
      throw MalformedXml.refusal();
    }
    var parts = new ArrayList<UploadedPart>();
    int before = 0;
    for (var part : wanted) {
      int number = part.partNumber() == null ? 0 : part.partNumber();
      if (number <= before) {
        throw INVALID_PART_ORDER.because(
            "The list of parts was not in ascending order. The parts list must be specified in"
                + " order by part number.",
            Detail.of("UploadId", upload.id()));
      }
      before = number;
      parts.add(matching(upload, part, uploaded.get(number)));
    }
    parts.subList(0, parts.size() - 1).forEach(Completion::checkSize);
    return new Completion(upload, List.copyOf(parts));
  }

  private static UploadedPart matching(
      Upload upload, CompletedPart wanted, @Nullable UploadedPart there) {
    var said = Checksum.in(wanted);
    if (there == null
        || !bare(there.etag()).equals(bare(String.valueOf(wanted.eTag())))
        || (said != null && !said.equals(Checksum.in(there.part())))) {
      throw missing(upload, String.valueOf(wanted.partNumber()), String.valueOf(wanted.eTag()));
    }
    return there;
  }

  private static RuntimeException missing(Upload upload, String number, String etag) {
    return INVALID_PART.because(
        "One or more of the specified parts could not be found.  The part may not have been"
            + " uploaded, or the specified entity tag may not match the part's entity tag.",
        Detail.of("UploadId", upload.id(), "PartNumber", number, "ETag", bare(etag)));
  }

  private static void checkSize(UploadedPart part) {
    if (part.size() < MIN_PART_BYTES) {
      throw ENTITY_TOO_SMALL.because(
          "Your proposed upload is smaller than the minimum allowed size",
          Detail.of(
              "ProposedSize",
              Long.toString(part.size()),
              "MinSizeAllowed",
              Long.toString(MIN_PART_BYTES),
              "PartNumber",
              Integer.toString(part.number()),
              "ETag",
              bare(part.etag())));
    }
  }

  /// Throws when a part is not what it was any more.
  public void checkUnchanged(Map<Integer, UploadedPart> uploaded) {
    for (var part : parts) {
      var there = uploaded.get(part.number());
      if (there == null || !there.contentText().equals(part.contentText())) {
        throw missing(upload, Integer.toString(part.number()), part.etag());
      }
    }
  }

  /// In bytes.
  public long size() {
    return parts.stream().mapToLong(UploadedPart::size).sum();
  }

  /// @param said by the request, in bytes; null for nothing
  public void checkSize(@Nullable Long said) {
    if (said != null && said != size()) {
      throw INVALID_REQUEST.because(
          "The provided 'x-amz-mp-object-size' header value "
              + said
              + " does not match what was computed: "
              + size());
    }
  }

  /// The MD5 of the parts' MD5s, and how many there are.
  public String etag() {
    var digest = Md5.start();
    parts.forEach(part -> digest.update(HexFormat.of().parseHex(bare(part.etag()))));
    return '"' + Bytes.wrap(digest.digest()).toHex() + '-' + parts.size() + '"';
  }

  /// Of the object; null when its parts have checksums of different kinds.
  public @Nullable Checksum checksum() {
    var pieces = new ArrayList<Algorithm.Piece>();
    Algorithm common = null;
    for (var part : parts) {
      var checksum = Objects.requireNonNull(Checksum.in(part.part()));
      if (common != null && common != checksum.algorithm()) {
        return null;
      }
      common = checksum.algorithm();
      pieces.add(new Algorithm.Piece(checksum.bytes(), part.size()));
    }
    var algorithm = Objects.requireNonNull(common);
    return Checksum.of(algorithm, upload.checksumType(algorithm), pieces);
  }

  /// @param said by the request of the object; null for nothing
  public void checkChecksum(@Nullable Checksum said) {
    var computed = checksum();
    if (said == null || computed == null) {
      return;
    }
    var value = computed.value();
    boolean same =
        said.algorithm() == computed.algorithm()
            && (said.value().equals(value) || value.equals(said.value() + '-' + parts.size()));
    if (!same) {
      throw BAD_DIGEST.because(
          "The " + said.algorithm() + " you specified did not match the calculated checksum.");
    }
  }

  /// To be remembered for those who read the object part by part.
  public GetObjectAttributesParts described() {
    var all =
        parts.stream().map(part -> Carry.all(part.part(), ObjectPart.builder().build())).toList();
    return GetObjectAttributesParts.builder().parts(all).totalPartsCount(all.size()).build();
  }

  private static String bare(String etag) {
    return etag.replace("\"", "");
  }
}
