package brume.dax.method;

import brume.dax.cbor.CborReader;
import brume.dax.cbor.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of transactions: for each part of an action a list with one entry for each action.
final class Columns {
  private Columns() {}

  static List<Integer> numbers(CborReader in) {
    var numbers = new ArrayList<Integer>();
    for (var items = in.readArray(); items.next(); ) {
      numbers.add(in.readInt());
    }
    return numbers;
  }

  static List<String> texts(CborReader in) {
    var texts = new ArrayList<String>();
    for (var items = in.readArray(); items.next(); ) {
      texts.add(new String(in.readBytes(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  static List<byte @Nullable []> bytes(CborReader in) {
    var all = new ArrayList<byte @Nullable []>();
    for (var items = in.readArray(); items.next(); ) {
      all.add(in.readNull() ? null : in.readBytes());
    }
    return all;
  }

  static byte[] present(byte @Nullable [] value) {
    if (value == null) {
      throw new MalformedException("An action without one of its parts");
    }
    return value;
  }

  /// Throws unless every list has as many entries.
  static void check(int size, List<?>... others) {
    for (var other : others) {
      if (other.size() != size) {
        throw new MalformedException("A transaction whose lists are not of the same length");
      }
    }
  }
}
