package brume.s3.object;

import brume.base.Ids;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The id of a version says where in the order of its key's versions it is, so that it is found
/// without a search.
public final class VersionId {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final int ORDER_DIGITS = 16;

  private VersionId() {}

  public static String of(long order, Ids ids) {
    return HexFormat.of().toHexDigits(order) + ids.hex(ORDER_DIGITS);
  }

  /// Empty for the version `null` and for what is no id of a version.
  public static OptionalLong order(String id) {
    return ID.matcher(id).matches()
        ? OptionalLong.of(HexFormat.fromHexDigitsToLong(id, 0, ORDER_DIGITS))
        : OptionalLong.empty();
  }
}
