package brume.dynamodb.table;

import brume.base.Arn;
import brume.base.Scope;
import brume.dynamodb.item.OrderedBytes;
import brume.model.dynamodb.TableDescription;
import brume.store.Key;
import brume.store.Locks;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A table as its operations see it: its definition, read.
///
/// @param at where the definition lies
public record Table(
    Key at,
    Scope scope,
    Definition definition,
    KeySchema schema,
    KeySpace items,
    List<Index> indexes,
    ItemLocks locks) {
  private static final byte[] ITEMS = {0};
  private static final byte[] EXPIRIES = {2};
  private static final byte[] COLLECTIONS = {3};
  private static final byte[] VERSIONS = {4};
  private static final byte[] OWED = {5};
  private static final byte[] TOMBSTONES = {6};
  private static final byte[] PAST = {7};

  /// Of a definition whose schema was checked when the table was made.
  public static Table of(Scope scope, Definition definition) {
    var description = definition.description();
    var id = Objects.requireNonNull(description.tableId());
    var indexes = Indexes.of(scope, definition);
    return new Table(
        at(scope, Objects.requireNonNull(description.tableName())),
        scope,
        definition,
        Indexes.schema(description),
        new KeySpace(root(scope, id).then().raw(ITEMS).build()),
        indexes,
        new ItemLocks(id, indexes.stream().anyMatch(index -> !index.isGlobal())));
  }

  /// Where the definition of the table with this name lies.
  public static Key at(Scope scope, String name) {
    return definitions(scope).then(name);
  }

  public static Key definitions(Scope scope) {
    return Key.of(scope.account(), scope.region(), "dynamodb.table");
  }

  /// Under which all of a table's items and index entries lie: eight bytes of its unique id stand
  /// for the table, so that one with the same name later is another.
  public static Key root(Scope scope, String tableId) {
    var id = ByteBuffer.allocate(Long.BYTES);
    id.putLong(UUID.fromString(tableId).getLeastSignificantBits());
    return Key.of(scope.account(), scope.region(), "ddb").then().raw(id.array()).build();
  }

  public Key root() {
    return root(scope, id());
  }

  public static Arn arn(Scope scope, String name) {
    return Arn.of("dynamodb", scope, "table/" + name);
  }

  public TableDescription description() {
    return definition.description();
  }

  public String name() {
    return Objects.requireNonNull(description().tableName());
  }

  public String id() {
    return Objects.requireNonNull(description().tableId());
  }

  /// Null when there is none of the name.
  public @Nullable Index index(String name) {
    return indexes.stream().filter(index -> index.name().equals(name)).findAny().orElse(null);
  }

  public boolean hasLocalIndexes() {
    return locks.hasCells();
  }

  /// Where the times lie at which items expire, in their order.
  public Key expiries(Expiry expiry) {
    return root().then().raw(EXPIRIES).text(expiry.place()).build();
  }

  /// Where the size of the items with one partition key lies, in cells.
  public Key collection(PrimaryKey key) {
    return root().then().raw(COLLECTIONS).escaped(OrderedBytes.of(key.partition())).build();
  }

  public Key collectionCell(PrimaryKey key, Key at) {
    return collection(key).then().raw(new byte[] {(byte) locks.cell(at.bytes())}).build();
  }

  /// Where the version of an item lies, in a table with replicas.
  public Key version(byte[] item) {
    return root().then().raw(VERSIONS).raw(item).build();
  }

  /// Where the items lie that changed here and are owed to another replica, by their versions.
  public Key owedTo(String region) {
    return root().then().raw(OWED).text(region).build();
  }

  /// Where the deleted items lie of which versions are kept, by these.
  public Key tombstones() {
    return root().then().raw(TOMBSTONES).build();
  }

  /// Where it lies what items were before they changed.
  public Key past(History history) {
    return root().then().raw(PAST).text(history.place()).build();
  }

  /// The part of an item's key that is the same in all replicas.
  public byte[] suffix(Key at) {
    return Arrays.copyOfRange(at.bytes(), items.prefix().bytes().length, at.bytes().length);
  }

  /// Whether its items can be read and written: not while it is being made of another replica, or
  /// has yet to send what it was the only one to know.
  public boolean isServing() {
    return "ACTIVE".equals(description().tableStatus());
  }

  /// Under which alone an item is decided on.
  ///
  /// @param at where the item lies
  public byte[] lock(PrimaryKey key, Key at) {
    return locks.of(key, at.bytes());
  }

  /// Under which no item is decided on, nor the definition.
  public Locks allLocks() {
    return locks.all(at.bytes());
  }

  /// By which partitions are spread.
  public static int hash(PrimaryKey key) {
    return PartitionHash.of(OrderedBytes.of(key.partition()));
  }
}
