package brume.identity;

import brume.base.Ids;
import java.util.regex.Pattern;

/// Access key ids of AWS's form: a prefix of four letters and sixteen characters of base 32, whose
/// upper half is the account, so that `GetAccessKeyInfo` needs no lookup.
///
/// Source: IAM User Guide, "IAM identifiers" (prefixes); the account's place is that of real keys.
public final class AccessKeyIds {
  /// The prefix of long-term keys.
  public static final String LONG_TERM = "AKIA";

  /// The prefix of temporary keys.
  public static final String TEMPORARY = "ASIA";

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Pattern FORM = Pattern.compile("A[KS]IA[A-Z2-7]{16}");
  private static final int SECRET_BYTES = 30;
  private static final int ACCOUNT_CHARS = 8;
  private static final int ACCOUNT_DIGITS = 12;
  private static final long ACCOUNT_MASK = (1L << 40) - 1;
  private static final int BITS_PER_CHAR = 5;

  private AccessKeyIds() {}

  /// A fresh id; 39 bits of it are random, so whoever keeps keys checks that it is new.
  ///
  /// @param account twelve digits
  public static String issue(String prefix, String account, Ids ids) {
    long upper = Long.parseLong(account) & ACCOUNT_MASK;
    // The topmost bit is set in real keys; the account follows it, then chance.
    var text = new StringBuilder(prefix);
    var random = ids.capitals(ACCOUNT_CHARS);
    long bits = (1L << 40) | upper;
    for (int shift = 36; shift >= 1; shift -= BITS_PER_CHAR) {
      text.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
    }
    boolean odd = (bits & 1) == 1;
    int first = (ALPHABET.indexOf(random.charAt(0)) & 15) | (odd ? 16 : 0);
    return text.append(ALPHABET.charAt(first)).append(random, 1, ACCOUNT_CHARS).toString();
  }

  /// A secret of forty characters, as AWS's are long.
  public static String secret(Ids ids) {
    return java.util.Base64.getEncoder().encodeToString(ids.bytes(SECRET_BYTES));
  }

  /// The account that the key belongs to; empty when `accessKeyId` is not of this form, or names a
  /// number that is too long for an account.
  public static String accountOf(String accessKeyId) {
    if (!FORM.matcher(accessKeyId).matches()) {
      return "";
    }
    long bits = 0;
    for (int i = 4; i <= 4 + ACCOUNT_CHARS; i++) {
      bits = (bits << BITS_PER_CHAR) | ALPHABET.indexOf(accessKeyId.charAt(i));
    }
    var digits = Long.toString((bits >>> 4) & ACCOUNT_MASK);
    return digits.length() > ACCOUNT_DIGITS
        ? ""
        : "0".repeat(ACCOUNT_DIGITS - digits.length()) + digits;
  }
}
