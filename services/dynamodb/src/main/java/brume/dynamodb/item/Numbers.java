package brume.dynamodb.item;

import java.math.BigDecimal;

/// Numbers as DynamoDB has them: up to 38 significant digits, magnitudes from 1E-130 to
/// 9.9999999999999999999999999999999999999E+125, and zero.
///
/// Source: Amazon DynamoDB Developer Guide, "Supported data types and naming rules".
public final class Numbers {
  public static final int MAX_DIGITS = 38;
  public static final int MAX_EXPONENT = 125;
  public static final int MIN_EXPONENT = -130;

  /// Longer texts cannot be numbers of 38 digits unless somebody pads them with zeros.
  private static final int MAX_TEXT_CHARS = 1000;

  /// Integers of so few digits need no checks but those of their characters.
  private static final int PLAIN_DIGITS = 18;

  private Numbers() {}

  /// The one spelling of a number: no exponent, no leading or trailing zeros, no `-0`.
  public static String canonical(String text) {
    return isPlainInteger(text) ? text : canonical(parse(text));
  }

  static String canonical(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    var stripped = number.stripTrailingZeros();
    int exponent = exponent(stripped);
    if (exponent > MAX_EXPONENT) {
      throw Invalid.request(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < MIN_EXPONENT) {
      throw Invalid.request(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    if (stripped.precision() > MAX_DIGITS) {
      throw tooManyDigits();
    }
    return stripped.toPlainString();
  }

  public static String sum(String a, String b) {
    return canonical(new BigDecimal(a).add(new BigDecimal(b)));
  }

  public static String difference(String a, String b) {
    return canonical(new BigDecimal(a).subtract(new BigDecimal(b)));
  }

  public static int compare(String a, String b) {
    if (a.length() <= PLAIN_DIGITS && b.length() <= PLAIN_DIGITS && isInteger(a) && isInteger(b)) {
      return Long.compare(Long.parseLong(a), Long.parseLong(b));
    }
    return new BigDecimal(a).compareTo(new BigDecimal(b));
  }

  /// The value of a number in its one spelling.
  static BigDecimal decimal(String canonical) {
    return isPlainInteger(canonical)
        ? BigDecimal.valueOf(Long.parseLong(canonical))
        : new BigDecimal(canonical);
  }

  /// The power of ten of the first significant digit: 2 of 123.4.
  static int exponent(BigDecimal number) {
    return Math.clamp((long) number.precision() - number.scale() - 1, -100_000, 100_000);
  }

  private static BigDecimal parse(String text) {
    if (text.isEmpty()) {
      throw Invalid.request("The parameter cannot be converted to a numeric value");
    }
    if (text.length() > MAX_TEXT_CHARS) {
      throw tooManyDigits();
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw Invalid.request("The parameter cannot be converted to a numeric value: " + text);
    }
  }

  private static brume.shape.ServiceException tooManyDigits() {
    return Invalid.request(
        "Attempting to store more than " + MAX_DIGITS + " significant digits in a Number");
  }

  private static boolean isPlainInteger(String text) {
    if (text.isEmpty() || text.length() > PLAIN_DIGITS || !isInteger(text)) {
      return false;
    }
    char first = text.charAt(0);
    return (first >= '1' && first <= '9')
        || text.equals("0")
        || (first == '-' && text.length() > 1 && text.charAt(1) != '0');
  }

  private static boolean isInteger(String text) {
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
