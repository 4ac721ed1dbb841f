package brume.dynamodb.data;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.stream.Recorder;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.table.Table;
import brume.dynamodb.throughput.Throughput;
import brume.dynamodb.version.Version;
import brume.store.Reader;
import brume.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items of all tables.
public final class Items {
  private final Store store;
  private final Writer writer;
  private final Throughput throughput;

  public Items(Store store, Tables tables, Recorder recorder, Throughput throughput) {
    this.store = store;
    this.throughput = throughput;
    this.writer = new Writer(store, tables, recorder, throughput);
  }

  /// What shall become of an item. It may be asked again, so it has no effects of its own.
  @FunctionalInterface
  public interface Decision {
    /// The item to be, null for none. What it throws leaves all as it is.
    @Nullable Item after(@Nullable Item before);
  }

  /// One write of several.
  ///
  /// @param version which the item got in another replica; null for a write that is made here
  public record Write(Table table, PrimaryKey key, Decision decision, @Nullable Version version) {
    public Write(Table table, PrimaryKey key, Decision decision) {
      this(table, key, decision, null);
    }

    Write of(Table other) {
      return new Write(other, key, decision, version);
    }
  }

  /// An item to read.
  public record Place(Table table, PrimaryKey key) {}

  public @Nullable Item get(Table table, PrimaryKey key, ReadTerms terms) {
    throughput.admitRead(table, null, terms.at());
    var item = item(store.get(table.items().key(key).bytes()));
    count(table, item, terms);
    return item;
  }

  /// Several items as they were at one moment; null where there was none.
  public List<@Nullable Item> getAll(List<Place> places, ReadTerms terms) {
    for (var place : places) {
      throughput.admitRead(place.table, null, terms.at());
    }
    var items = new ArrayList<@Nullable Item>(places.size());
    try (var snapshot = store.snapshot()) {
      for (var place : places) {
        var item = read(snapshot, place.table, place.key);
        count(place.table, item, terms);
        items.add(item);
      }
    }
    return items;
  }

  private void count(Table table, @Nullable Item item, ReadTerms terms) {
    double units = terms.units(item == null ? 0 : ItemSize.of(item));
    throughput.read(table, null, units, terms.at());
  }

  /// Decides on one item while nobody else does, and makes it so.
  public Change change(Write write, Cause cause) {
    return changeAll(List.of(write), cause).getFirst();
  }

  /// All of the writes, at once.
  public List<Change> changeAll(List<Write> writes, Cause cause) {
    return changeAll(writes, cause, (_, changes) -> changes);
  }

  /// All of the writes, or none, in a frame of more that belongs to their transaction.
  public <T> T changeAll(List<Write> writes, Cause cause, Frame<T> frame) {
    if (cause.isRequest()) {
      for (var write : writes) {
        throughput.admitWrite(write.table, cause.at());
      }
    }
    return writer.write(writes, cause, frame);
  }

  /// The items of a range from its beginning: up to the limit, or to 1 MB with the item that
  /// crosses it.
  public Page page(PageRequest request, ReadTerms terms) {
    throughput.admitRead(request.table(), request.index(), terms.at());
    try (var snapshot = store.snapshot()) {
      var page = Pages.read(request, snapshot);
      double units = terms.units(page.bytes());
      throughput.read(request.table(), request.index(), units, terms.at());
      if (page.fetched() > 0) {
        throughput.read(request.table(), null, terms.units(page.fetched()), terms.at());
      }
      return page;
    }
  }

  static @Nullable Item read(Reader reader, Table table, PrimaryKey key) {
    return item(reader.get(table.items().key(key).bytes()));
  }

  private static @Nullable Item item(byte @Nullable [] stored) {
    return stored == null ? null : ItemReader.read(stored);
  }
}
