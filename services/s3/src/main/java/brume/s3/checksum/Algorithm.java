package brume.s3.checksum;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// How a checksum is computed. The constants are spelled as clients spell them.
public enum Algorithm {
  CRC32("ChecksumCRC32", 4),
  CRC32C("ChecksumCRC32C", 4),
  CRC64NVME("ChecksumCRC64NVME", 8),
  SHA1("ChecksumSHA1", 20),
  SHA256("ChecksumSHA256", 32);

  private static final String HEADER = "x-amz-checksum-";

  private final String member;
  private final int bytes;

  Algorithm(String member, int bytes) {
    this.member = member;
    this.bytes = bytes;
  }

  /// Null for an algorithm that is not here.
  public static @Nullable Algorithm named(String name) {
    return find(algorithm -> algorithm.name().equalsIgnoreCase(name));
  }

  /// The algorithm whose checksum a header carries; null for another header.
  public static @Nullable Algorithm ofHeader(String header) {
    return find(algorithm -> algorithm.header().equalsIgnoreCase(header));
  }

  private static @Nullable Algorithm find(Predicate<Algorithm> wanted) {
    return Arrays.stream(values()).filter(wanted).findFirst().orElse(null);
  }

  /// Such as `x-amz-checksum-crc32`.
  public String header() {
    return HEADER + name().toLowerCase(Locale.ROOT);
  }

  /// The member of requests and replies that carries it, such as `ChecksumCRC32`.
  public String member() {
    return member;
  }

  /// The length of a value, in bytes.
  public int bytes() {
    return bytes;
  }

  /// Whether those of parts combine into that of the whole.
  public boolean combines() {
    return polynomial() != 0;
  }

  /// The only type that checksums of objects in parts can have; null for either.
  public @Nullable ChecksumType onlyType() {
    return switch (this) {
      case CRC32, CRC32C -> null;
      case CRC64NVME -> ChecksumType.FULL_OBJECT;
      case SHA1, SHA256 -> ChecksumType.COMPOSITE;
    };
  }

  /// Begins a computation.
  public Running start() {
    return switch (this) {
      case CRC32 -> new Running.OfChecksum(new CRC32(), bytes);
      case CRC32C -> new Running.OfChecksum(new CRC32C(), bytes);
      case CRC64NVME -> new Running.OfChecksum(new Crc64Nvme(), bytes);
      case SHA1 -> new Running.OfDigest(digest("SHA-1"));
      case SHA256 -> new Running.OfDigest(digest("SHA-256"));
    };
  }

  public byte[] of(byte[] content) {
    var running = start();
    running.update(content, 0, content.length);
    return running.value();
  }

  /// A part of a whole: its checksum and its length in bytes.
  public record Piece(byte[] value, long length) {}

  /// The checksum of all pieces one behind the other.
  ///
  /// Throws [IllegalStateException] for an algorithm that does not combine.
  public byte[] combined(List<Piece> pieces) {
    if (!combines()) {
      throw new IllegalStateException(this + " does not combine");
    }
    var combination = new CrcCombination(polynomial(), bytes * Byte.SIZE);
    long sum = 0;
    for (var piece : pieces) {
      sum = combination.combine(sum, number(piece.value), piece.length);
    }
    var whole = ByteBuffer.allocate(Long.BYTES).putLong(sum).array();
    return Arrays.copyOfRange(whole, Long.BYTES - bytes, Long.BYTES);
  }

  private static long number(byte[] value) {
    long number = 0;
    for (byte b : value) {
      number = (number << Byte.SIZE) | (b & 0xff);
    }
    return number;
  }

  /// Of a CRC, lowest power first; 0 for a hash.
  private long polynomial() {
    return switch (this) {
      case CRC32 -> 0xEDB88320L;
      case CRC32C -> 0x82F63B78L;
      case CRC64NVME -> Crc64Nvme.POLYNOMIAL;
      case SHA1, SHA256 -> 0;
    };
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
