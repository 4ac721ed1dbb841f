package brume.s3.request;

import static brume.model.s3.S3Error.BAD_DIGEST;
import static brume.model.s3.S3Error.ENTITY_TOO_LARGE;
import static brume.model.s3.S3Error.INVALID_DIGEST;

import brume.base.Body;
import brume.base.Bytes;
import brume.base.Ids;
import brume.base.Trailer;
import brume.model.s3.Part;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import brume.s3.checksum.ChecksumType;
import brume.s3.checksum.Md5;
import brume.s3.data.Contents;
import brume.s3.data.Uploads;
import brume.s3.encryption.CustomerKey;
import brume.s3.encryption.Nonces;
import brume.s3.encryption.TappedStream;
import brume.s3.refusal.Detail;
import brume.s3.refusal.Lacking;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The bytes of an object or a part, and what their sender says of them, which is checked before
/// anyone can see them.
///
/// @param declared the checksum in the request's headers; null for none
/// @param md5 of the bytes, as declared; null for none
public record Payload(
    Body body, Algorithm algorithm, @Nullable Checksum declared, byte @Nullable [] md5) {
  /// In bytes. Source: Amazon S3 User Guide, "Uploading objects" and "Amazon S3 multipart upload
  /// limits".
  public static final long MAX_BYTES = 5L << 30;

  /// Of the request of PutObject or UploadPart.
  ///
  /// @param usual the algorithm when the request names none
  public static Payload of(
      Structure request, @Nullable Body body, @Nullable String md5, Algorithm usual) {
    var bytes = body == null ? Body.EMPTY : body;
    if (bytes.length() > MAX_BYTES) {
      throw tooLarge(bytes.length());
    }
    var declared = Declared.in(request);
    var algorithm = declared == null ? named(request, trailer(bytes), usual) : declared.algorithm();
    return new Payload(bytes, algorithm, declared, md5 == null ? null : digest(md5));
  }

  /// Of bytes that are here already.
  public static Payload copied(Body body, Algorithm algorithm) {
    return new Payload(body, algorithm, null, null);
  }

  private static RuntimeException tooLarge(long bytes) {
    return ENTITY_TOO_LARGE.because(
        "Your proposed upload exceeds the maximum allowed size",
        Detail.of("ProposedSize", Long.toString(bytes), "MaxSizeAllowed", "" + MAX_BYTES));
  }

  private static Algorithm named(Structure request, Trailer trailer, Algorithm usual) {
    for (var name : trailer.names()) {
      var algorithm = Algorithm.ofHeader(name);
      if (algorithm != null) {
        return algorithm;
      }
    }
    int index = request.shape().indexOf("ChecksumAlgorithm");
    var named = index < 0 ? null : (String) request.member(index);
    return named == null ? usual : algorithm(named);
  }

  /// The algorithm that a request names.
  public static Algorithm algorithm(String named) {
    var algorithm = Algorithm.named(named);
    if (algorithm == null) {
      throw Lacking.of("the checksum algorithm " + named);
    }
    return algorithm;
  }

  private static Trailer trailer(Body body) {
    return body instanceof Body.OfStream stream ? stream.trailer() : Trailer.NONE;
  }

  private static byte[] digest(String md5) {
    if (!Declared.isBase64(md5, Md5.BYTES)) {
      throw INVALID_DIGEST.because("The Content-MD5 you specified was invalid.");
    }
    return Base64.getDecoder().decode(md5);
  }

  /// What was received, on disk but seen by nobody yet.
  ///
  /// @param tag of the bytes: their MD5 unless a customer's key encrypts them
  /// @param nonce with which that key does; null for none
  public record Received(
      Contents.Received content, byte[] tag, Checksum checksum, @Nullable String nonce) {
    /// With the quotes that belong to it.
    public String etag() {
      return '"' + Bytes.wrap(tag).toHex() + '"';
    }

    private Received tagged(byte[] other) {
      return new Received(content, other, checksum, nonce);
    }

    public long size() {
      return content.content().length();
    }

    /// Null for what no customer's key encrypts.
    public @Nullable Nonces nonces() {
      return nonce == null ? null : Nonces.of(nonce, size());
    }

    /// As a part of an upload.
    public Uploads.Draft part(int number, Instant now) {
      var part =
          Part.builder().partNumber(number).size(size()).eTag(etag()).lastModified(now).build();
      return new Uploads.Draft(Checksum.put(checksum, part), content, nonce);
    }
  }

  /// Reads the bytes, in bounded memory.
  ///
  /// Throws when they are not what the sender says; nothing of them remains.
  ///
  /// @param key which encrypts them; null for none
  public Received receive(Contents contents, Ids ids, @Nullable CustomerKey key) {
    var nonce = key == null ? null : ids.hex(CustomerKey.NONCE_DIGITS);
    var digest = Md5.start();
    var running = algorithm.start();
    try (var in = new TappedStream(body.open(), digest::update, running)) {
      var stored = key == null || nonce == null ? in : key.encrypt(in, nonce);
      var content = contents.receive(stored, ids);
      var received =
          new Received(content, digest.digest(), Checksum.of(algorithm, running.value()), nonce);
      try {
        check(received);
      } catch (ServiceException e) {
        contents.discard(content);
        throw e;
      }
      return key == null || nonce == null
          ? received
          : received.tagged(key.tag(received.tag, nonce));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Received received) {
    if (received.size() > MAX_BYTES) {
      throw tooLarge(received.size());
    }
    if (md5 != null && !Arrays.equals(md5, received.tag)) {
      throw BAD_DIGEST.because(
          "The Content-MD5 you specified did not match what we received.",
          Detail.of(
              "ExpectedDigest",
              Base64.getEncoder().encodeToString(md5),
              "CalculatedDigest",
              Base64.getEncoder().encodeToString(received.tag)));
    }
    var trailing = trailing();
    if (differs(declared, received.checksum) || differs(trailing, received.checksum)) {
      throw BAD_DIGEST.because(
          "The " + algorithm + " you specified did not match the calculated checksum.");
    }
  }

  private @Nullable Checksum trailing() {
    var trailer = trailer(body);
    if (!trailer.names().contains(algorithm.header())) {
      return null;
    }
    var value = Objects.requireNonNullElse(trailer.value(algorithm.header()), "");
    if (!Declared.isBase64(value, algorithm.bytes())) {
      throw Declared.invalidValue(algorithm);
    }
    return new Checksum(algorithm, ChecksumType.FULL_OBJECT, value);
  }

  private static boolean differs(@Nullable Checksum said, Checksum computed) {
    return said != null && !said.equals(computed);
  }
}
