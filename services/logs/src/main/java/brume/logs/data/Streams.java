package brume.logs.data;

import brume.base.Scope;
import brume.logs.group.Group;
import brume.logs.group.Stream;
import brume.model.logs.CloudWatchLogsError;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The streams of log groups.
public final class Streams {
  static final String KIND = "logs.stream";

  /// The names of streams by their ids.
  static final String NAMES = "logs.stream-name";

  private final Store store;
  private final Records<Stream> records = new Records<>(KIND, Stream.SHAPE);

  public Streams(Store store) {
    this.store = store;
  }

  public void create(Scope scope, Group group, Stream stream) {
    store.transact(
        lock(scope, group, stream.name()),
        transaction -> {
          if (records.has(transaction, scope, group.id(), stream.name())) {
            throw CloudWatchLogsError.RESOURCE_ALREADY_EXISTS_EXCEPTION.because(
                "The specified log stream already exists");
          }
          records.put(transaction, stream, scope, group.id(), stream.name());
          transaction.put(
              nameKey(scope, group, stream.id()), stream.name().getBytes(StandardCharsets.UTF_8));
          return stream;
        });
  }

  /// From its commit on the stream is gone; [Clearing] is owed for its events.
  public void delete(Scope scope, Group group, String name, Instant now) {
    store.transact(
        lock(scope, group, name),
        transaction -> {
          var stream = existing(transaction, scope, group, name);
          records.delete(transaction, scope, group.id(), name);
          transaction.delete(nameKey(scope, group, stream.id()));
          Clearing.oweStream(transaction, scope, group.id(), stream.id(), now);
          return stream;
        });
  }

  public Stream get(Scope scope, Group group, String name) {
    try (var snapshot = store.snapshot()) {
      return existing(snapshot, scope, group, name);
    }
  }

  /// In the order of their names.
  public List<Stream> all(Scope scope, Group group) {
    try (var snapshot = store.snapshot()) {
      return records.all(snapshot, scope, group.id());
    }
  }

  /// Changes a stream, and whatever else `change` writes, in one transaction.
  Stream change(
      Scope scope, Group group, String name, BiFunction<Transaction, Stream, Stream> how) {
    return store.transact(
        lock(scope, group, name),
        transaction -> {
          var stream = existing(transaction, scope, group, name);
          var changed = how.apply(transaction, stream);
          records.put(transaction, changed, scope, group.id(), name);
          return changed;
        });
  }

  /// Takes note that events of a stream are gone, if the stream is still there.
  void shrink(
      Transaction transaction, Scope scope, Group group, String name, UnaryOperator<Stream> how) {
    var stream = records.get(transaction, scope, group.id(), name);
    if (stream != null) {
      records.put(transaction, how.apply(stream), scope, group.id(), name);
    }
  }

  /// The name of a stream; null when it is deleted.
  static @Nullable String name(Reader reader, Scope scope, Group group, String id) {
    var name = reader.get(nameKey(scope, group, id));
    return name == null ? null : new String(name, StandardCharsets.UTF_8);
  }

  Stream existing(Reader reader, Scope scope, Group group, String name) {
    var stream = records.get(reader, scope, group.id(), name);
    if (stream == null) {
      throw CloudWatchLogsError.RESOURCE_NOT_FOUND_EXCEPTION.because(
          "The specified log stream does not exist.");
    }
    return stream;
  }

  Key key(Scope scope, Group group, String name) {
    return records.key(scope, group.id(), name);
  }

  private Locks lock(Scope scope, Group group, String name) {
    return Locks.of(key(scope, group, name));
  }

  private static byte[] nameKey(Scope scope, Group group, String id) {
    return Key.of(scope.account(), scope.region(), NAMES, group.id(), id).bytes();
  }
}
