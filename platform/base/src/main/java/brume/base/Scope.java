package brume.base;

import java.util.regex.Pattern;

/// Where a resource lives: a twelve-digit account and a region such as `us-east-1`.
public record Scope(String account, String region) {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,3}(-[a-z]{2,12}){1,3}-\\d{1,2}");

  public Scope {
    if (!ACCOUNT.matcher(account).matches()) {
      throw new IllegalArgumentException("An account is twelve digits, not: " + account);
    }
    if (!isRegion(region)) {
      throw new IllegalArgumentException("Not the name of a region: " + region);
    }
  }

  /// Whether `name` is spelled as AWS spells its regions.
  public static boolean isRegion(String name) {
    return REGION.matcher(name).matches();
  }

  public Scope in(String otherRegion) {
    return new Scope(account, otherRegion);
  }
}
