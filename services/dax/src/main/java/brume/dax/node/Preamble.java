package brume.dax.node;

import brume.dax.cbor.CborInput;
import brume.dax.cbor.MalformedException;
import java.io.IOException;

/// What a client says first.
///
/// @param framed whether replies are to be framed: what the protocol calls its layering
record Preamble(boolean framed) {
  private static final String MAGIC = "J7yne5G";
  private static final int ITEMS = 5;

  static Preamble read(CborInput in) throws IOException {
    var items = in.items(ITEMS);
    if (!items.readText().equals(MAGIC)) {
      throw new MalformedException("Not a client of DAX");
    }
    return switch (items.readInt()) {
      case 0 -> new Preamble(false);
      case 1 -> new Preamble(true);
      default -> throw new MalformedException("Not a known layering");
    };
  }
}
