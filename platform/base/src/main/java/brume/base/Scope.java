package brume.base;

/// Where a resource lives: a twelve-digit account and a region such as `us-east-1`.
///
/// Every request names several; they are checked without patterns, which cost more than the rest of
/// it.
public record Scope(String account, String region) {
  private static final int ACCOUNT_DIGITS = 12;

  public Scope {
    if (!isAccount(account)) {
      throw new IllegalArgumentException("An account is twelve digits, not: " + account);
    }
    if (!isRegion(region)) {
      throw new IllegalArgumentException("Not the name of a region: " + region);
    }
  }

  /// Whether a text is spelled as an account: twelve digits.
  public static boolean isAccount(String text) {
    return text.length() == ACCOUNT_DIGITS && isAll(text, 0, text.length(), '0', '9');
  }

  /// Whether `name` is spelled as AWS spells its regions: two or three letters, one to three words
  /// of up to twelve letters, and a number, as in `us-gov-west-1`.
  public static boolean isRegion(String name) {
    int from = 0;
    int words = 0;
    for (int dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', from)) {
      int most = words == 0 ? 3 : 12;
      if (!isLong(dash - from, 2, most) || !isAll(name, from, dash, 'a', 'z')) {
        return false;
      }
      words++;
      from = dash + 1;
    }
    return isLong(words, 2, 4)
        && isLong(name.length() - from, 1, 2)
        && isAll(name, from, name.length(), '0', '9');
  }

  private static boolean isLong(int length, int least, int most) {
    return least <= length && length <= most;
  }

  private static boolean isAll(String text, int from, int to, char first, char last) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < first || text.charAt(i) > last) {
        return false;
      }
    }
    return true;
  }

  public Scope in(String otherRegion) {
    return new Scope(account, otherRegion);
  }
}
