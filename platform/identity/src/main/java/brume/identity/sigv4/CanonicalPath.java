package brume.identity.sigv4;

import brume.base.PercentCode;
import java.util.ArrayDeque;

/// The path as it is signed.
///
/// Source: "Create a signed AWS API request", canonical URI.
final class CanonicalPath {
  private CanonicalPath() {}

  /// @param raw as it came off the connection, still escaped
  static String of(String raw, SigningRules rules) {
    if (raw.isEmpty()) {
      return "/";
    }
    return switch (rules) {
      case S3 -> once(raw);
      case USUAL -> PercentCode.encodePath(isNormal(raw) ? raw : normalise(raw));
    };
  }

  /// Each segment decoded and encoded again, since clients differ in what they leave unescaped; an
  /// escaped slash stays escaped.
  private static String once(String raw) {
    if (raw.equals(PercentCode.encodePath(raw))) {
      return raw;
    }
    var path = new StringBuilder(raw.length() + 16);
    int start = 0;
    for (int slash = raw.indexOf('/'); slash >= 0; slash = raw.indexOf('/', start)) {
      path.append(segment(raw.substring(start, slash))).append('/');
      start = slash + 1;
    }
    return path.append(segment(raw.substring(start))).toString();
  }

  private static String segment(String raw) {
    try {
      return PercentCode.encode(PercentCode.decode(raw));
    } catch (IllegalArgumentException _) {
      return raw;
    }
  }

  private static boolean isNormal(String path) {
    return !path.contains("//") && !path.contains("/.");
  }

  /// Without empty segments and dot segments (RFC 3986 §5.2.4).
  private static String normalise(String path) {
    var kept = new ArrayDeque<String>();
    boolean open = true;
    for (var segment : path.split("/", -1)) {
      open = segment.isEmpty() || segment.equals(".") || segment.equals("..");
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!open) {
        kept.addLast(segment);
      }
    }
    return kept.isEmpty() ? "/" : '/' + String.join("/", kept) + (open ? "/" : "");
  }
}
