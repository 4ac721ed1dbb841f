package brume.base;

import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The source of every id and random value; tests fix it with a seeded generator.
public final class Ids {
  private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String CAPITALS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final RandomGenerator random;

  public Ids(RandomGenerator random) {
    this.random = random;
  }

  public static Ids secure() {
    return new Ids(new SecureLongs());
  }

  public UUID uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  public byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  public String hex(int digits) {
    return HexFormat.of().formatHex(bytes((digits + 1) / 2)).substring(0, digits);
  }

  /// Lower-case letters and digits, as in the ids of REST APIs.
  public String lower(int length) {
    return pick(LETTERS_AND_DIGITS, length);
  }

  /// Capital letters and the digits 2 to 7, as in access key ids and unique ids of IAM.
  public String capitals(int length) {
    return pick(CAPITALS_AND_DIGITS, length);
  }

  private String pick(String alphabet, int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
