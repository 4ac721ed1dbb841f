package brume.wire;

import brume.shape.ErrorCode;
import brume.shape.Member;

/// How the JSON protocols name errors.
final class JsonErrors {
  private JsonErrors() {}

  /// The shape's name: a code that the model gives the error is for the query protocol.
  static String type(ErrorCode error) {
    var shape = error.shape();
    return shape == null ? error.code() : shape.name();
  }

  /// `message` or `Message`, whichever the model spells.
  static String messageKey(ErrorCode error) {
    var shape = error.shape();
    if (shape == null) {
      return "message";
    }
    return shape.members().stream()
        .filter(member -> member.name().equalsIgnoreCase("message"))
        .map(Member::wireName)
        .findFirst()
        .orElse("message");
  }
}
