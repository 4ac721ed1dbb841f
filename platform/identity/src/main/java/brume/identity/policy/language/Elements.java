package brume.identity.policy.language;

import brume.json.Json;
import java.util.ArrayList;
import java.util.List;

/// Reads what the elements of a document hold.
public final class Elements {
  private Elements() {}

  /// One text, or a list of them; numbers and truth values stand for their texts.
  public static List<String> texts(Json json) {
    var texts = new ArrayList<String>();
    for (var item : json.list()) {
      var text = item.text();
      if (text == null) {
        throw MalformedPolicyException.syntax();
      }
      texts.add(text);
    }
    return texts;
  }

  static Json.Obj object(Json json) {
    if (json instanceof Json.Obj object) {
      return object;
    }
    throw MalformedPolicyException.syntax();
  }
}
