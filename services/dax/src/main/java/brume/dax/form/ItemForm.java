package brume.dax.form;

import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.cbor.MalformedException;
import brume.model.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Items without their keys: the number of a list of names, and a value for each name of it.
///
/// @param key of the items' table
public record ItemForm(KeyForm key, AttributeLists lists) {
  /// The attributes beside the key, which is written apart.
  public byte[] write(Map<String, AttributeValue> item) {
    var names = new ArrayList<String>(item.size());
    for (var name : item.keySet()) {
      if (!key.has(name)) {
        names.add(name);
      }
    }
    names.sort(null);
    var out = new CborWriter();
    out.integer(lists.id(names));
    for (var name : names) {
      Values.write(out, Objects.requireNonNull(item.get(name)));
    }
    return out.toByteArray();
  }

  /// What [#write] wrote, or a client, together with its key.
  public Map<String, AttributeValue> read(Map<String, AttributeValue> key, byte[] values) {
    var in = new CborReader(values);
    var item = new LinkedHashMap<>(key);
    for (var name : lists.names(in.readLong())) {
      item.put(name, Values.read(in));
    }
    if (in.hasMore()) {
      throw new MalformedException("An item has more values than names");
    }
    return item;
  }

  /// Some attributes of an item, which may be parts of documents, by their places in a list of
  /// their names.
  public byte[] writePartial(Map<String, AttributeValue> attributes) {
    var sorted = new TreeMap<>(attributes);
    var out = new CborWriter();
    out.integer(lists.id(new ArrayList<>(sorted.keySet()))).openMap();
    int place = 0;
    for (var value : sorted.values()) {
      out.integer(place++);
      Values.write(out, value);
    }
    return out.end().toByteArray();
  }
}
