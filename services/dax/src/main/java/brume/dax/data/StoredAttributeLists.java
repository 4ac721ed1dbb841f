package brume.dax.data;

import static brume.model.dynamodb.DynamoDbError.VALIDATION_EXCEPTION;

import brume.base.Scope;
import brume.dax.form.AttributeLists;
import brume.identity.sigv4.Sha256;
import brume.json.Json;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The lists of one account and region, kept for good: clients remember their numbers beyond any
/// restart. A number is made of the list's hash, so that whoever asks first does not matter.
public final class StoredAttributeLists implements AttributeLists {
  /// Clients in JavaScript take numbers of up to 53 bits as they are.
  private static final int ID_BITS = 51;

  /// How many lists are remembered; all are forgotten when there would be more.
  private static final int REMEMBERED = 10_000;

  /// Of all names of a list: an item, whose names count, is not longer.
  private static final int MAX_BYTES = 400 << 10;

  private static final long FIRST_ID = EMPTY + 1;

  private final Store store;
  private final Key root;
  private final Map<List<String>, Long> ids = new ConcurrentHashMap<>();
  private final Map<Long, List<String>> lists = new ConcurrentHashMap<>();

  public StoredAttributeLists(Store store, Scope scope) {
    this.store = store;
    this.root = Key.of(scope.account(), scope.region(), "dax.attributes");
  }

  @Override
  public long id(List<String> names) {
    if (names.isEmpty()) {
      return EMPTY;
    }
    var known = ids.get(names);
    if (known != null) {
      return known;
    }
    var list = List.copyOf(names);
    long id = stored(list);
    remember(id, list);
    return id;
  }

  private long stored(List<String> names) {
    var bytes = encode(names);
    if (bytes.length > MAX_BYTES) {
      throw VALIDATION_EXCEPTION.because("Item size has exceeded the maximum allowed size");
    }
    long id = hash(bytes);
    while (!put(id, bytes)) {
      id = Math.max(FIRST_ID, (id + 1) % (1L << ID_BITS));
    }
    return id;
  }

  /// Whether the number stands for this list from now on, and not for another since before.
  private boolean put(long id, byte[] bytes) {
    var key = key(id);
    try (var snapshot = store.snapshot()) {
      var there = snapshot.get(key.bytes());
      if (there != null) {
        return java.util.Arrays.equals(there, bytes);
      }
    }
    return store.transact(
        Locks.of(key),
        transaction -> {
          var there = transaction.get(key.bytes());
          if (there == null) {
            transaction.put(key.bytes(), bytes);
          }
          return there == null || java.util.Arrays.equals(there, bytes);
        });
  }

  @Override
  public List<String> names(long id) {
    if (id == EMPTY) {
      return List.of();
    }
    var known = lists.get(id);
    if (known != null) {
      return known;
    }
    var found = read(id);
    if (found == null) {
      throw VALIDATION_EXCEPTION.because("There is no attribute list " + id);
    }
    remember(id, found);
    return found;
  }

  private @Nullable List<String> read(long id) {
    try (var snapshot = store.snapshot()) {
      var bytes = snapshot.get(key(id).bytes());
      return bytes == null ? null : decode(bytes);
    }
  }

  private void remember(long id, List<String> names) {
    if (lists.size() >= REMEMBERED) {
      lists.clear();
      ids.clear();
    }
    lists.put(id, names);
    ids.put(names, id);
  }

  private Key key(long id) {
    return root.then().number(id).build();
  }

  private static long hash(byte[] bytes) {
    long first = ByteBuffer.wrap(Sha256.digest().digest(bytes)).getLong();
    return Math.max(FIRST_ID, first >>> (Long.SIZE - ID_BITS));
  }

  private static byte[] encode(List<String> names) {
    return new Json.Arr(names.stream().<Json>map(Json::of).toList())
        .print()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> decode(byte[] bytes) {
    return Json.parse(new String(bytes, StandardCharsets.UTF_8)).list().stream()
        .map(name -> Objects.requireNonNull(name.text()))
        .toList();
  }
}
