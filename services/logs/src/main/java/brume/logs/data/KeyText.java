package brume.logs.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the texts back of which a [brume.store.Key] was made. None of them has a zero byte in it:
/// the names of groups, accounts and regions cannot.
final class KeyText {
  private static final int CLOSING_BYTES = 2;

  private KeyText() {}

  static List<String> parts(byte[] key, int from) {
    var parts = new ArrayList<String>();
    int start = from;
    for (int i = from; i < key.length; i++) {
      if (key[i] == 0) {
        parts.add(new String(key, start, i - start, StandardCharsets.UTF_8));
        start = i + CLOSING_BYTES;
        i++;
      }
    }
    return parts;
  }
}
