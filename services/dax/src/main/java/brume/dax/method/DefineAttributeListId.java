package brume.dax.method;

import brume.dax.cbor.CborReader;
import java.util.ArrayList;

/// Gives a list of attributes' names the number that stands for it from then on.
final class DefineAttributeListId implements Method {
  private final Backing backing;

  DefineAttributeListId(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 1;
  }

  @Override
  public void answer(Request request) {
    var in = request.in();
    if (in.type() == CborReader.Type.TAGGED) {
      in.readTag();
    }
    var names = new ArrayList<String>();
    for (var items = in.readArray(); items.next(); ) {
      names.add(in.readText());
    }
    request.out().integer(backing.lists().id(names));
  }
}
