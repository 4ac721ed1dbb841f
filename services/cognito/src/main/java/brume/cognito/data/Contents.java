package brume.cognito.data;

import brume.base.Bytes;
import brume.cognito.pool.Pool;
import brume.json.Json;
import brume.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Where the things of one pool lie: side by side, so that they go together.
final class Contents {
  private Contents() {}

  static Key of(Pool pool, String... parts) {
    return Key.of(pool.scope().account(), pool.scope().region(), "cognito.userpool", pool.id())
        .then(parts);
  }

  static byte[] bytes(Json json) {
    return Bytes.utf8(json.print()).shared();
  }

  static Json.Obj json(byte[] bytes) {
    return (Json.Obj) Json.parse(Bytes.wrap(bytes).toUtf8());
  }

  /// The values under a key, read.
  static <T> List<T> all(brume.store.Reader reader, Key parent, Function<byte[], T> reading) {
    var all = new ArrayList<T>();
    try (var cursor = reader.scan(parent.children())) {
      while (cursor.next()) {
        all.add(reading.apply(cursor.value()));
      }
    }
    return all;
  }
}
