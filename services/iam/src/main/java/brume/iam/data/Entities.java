package brume.iam.data;

import static brume.model.iam.IamError.DELETE_CONFLICT_EXCEPTION;

import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.iam.entity.EntityType;
import brume.iam.entity.Listing;
import brume.iam.entity.Tags;
import brume.model.iam.Tag;
import brume.service.record.Records;
import brume.shape.Structure;
import brume.store.Counter;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The entities of one kind, by name and by unique id.
///
/// No two names differ in case only. Yet an entity answers to its name as it is spelled: policies
/// tell ARNs apart by case.
public final class Entities<T extends Structure> {
  private final Accounts accounts;
  private final EntityType<T> type;
  private final List<Dependents> dependents;
  private final Records<T> records;

  Entities(Accounts accounts, EntityType<T> type, List<Dependents> dependents) {
    this.accounts = accounts;
    this.type = type;
    this.dependents = dependents;
    this.records = new Records<>("iam." + type.kind().noun(), type.shape());
  }

  public EntityType<T> type() {
    return type;
  }

  /// The name in an ARN, which comes behind its path.
  public static String nameOf(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  public EntityKind kind() {
    return type.kind();
  }

  public T get(Scope scope, String name) {
    return accounts.read(scope, (reader, global) -> get(reader, global, name));
  }

  public Optional<T> find(Scope scope, String name) {
    return accounts.read(
        scope, (reader, global) -> Optional.ofNullable(find(reader, global, name)));
  }

  T get(Reader reader, Scope scope, String name) {
    var found = find(reader, scope, name);
    if (found == null) {
      throw kind().notFound(name);
    }
    return found;
  }

  @Nullable T find(Reader reader, Scope scope, String name) {
    var found = records.get(reader, scope, canonical(name));
    return found != null && type.of(found).name().equals(name) ? found : null;
  }

  public @Nullable T findById(Reader reader, Scope scope, String id) {
    var name = reader.get(byId(scope, id).bytes());
    return name == null
        ? null
        : records.get(reader, scope, canonical(new String(name, StandardCharsets.UTF_8)));
  }

  /// All whose paths begin with `pathPrefix`; a page may be short of the limit and not the last.
  public Listing<T> list(
      Scope scope,
      @Nullable String pathPrefix,
      @Nullable String marker,
      @Nullable Integer maxItems) {
    var page =
        accounts.read(
            scope,
            (reader, global) -> records.page(reader, global, marker, Listing.limit(maxItems)));
    var under =
        page.items().stream()
            .filter(each -> pathPrefix == null || type.of(each).path().startsWith(pathPrefix))
            .toList();
    return new Listing<>(under, page.next());
  }

  public List<T> all(Scope scope) {
    return accounts.read(scope, this::all);
  }

  List<T> all(Reader reader, Scope scope) {
    return records.all(reader, scope);
  }

  public T create(Scope scope, T entity) {
    return accounts.change(
        scope,
        (transaction, global) -> {
          add(transaction, global, entity);
          return entity;
        });
  }

  void add(Transaction transaction, Scope scope, T entity) {
    var name = type.of(entity).name();
    if (records.has(transaction, scope, canonical(name))) {
      throw kind().alreadyExists(name);
    }
    if (count(scope).add(transaction, 1) > kind().quota()) {
      throw kind().tooMany();
    }
    put(transaction, scope, entity);
  }

  private void put(Transaction transaction, Scope scope, T entity) {
    var identity = type.of(entity);
    records.put(transaction, entity, scope, canonical(identity.name()));
    transaction.put(
        byId(scope, identity.id()).bytes(), identity.name().getBytes(StandardCharsets.UTF_8));
  }

  /// Changes an entity, perhaps also its name.
  public T change(Scope scope, String name, UnaryOperator<T> change) {
    return within(
        scope,
        name,
        (transaction, entity) -> replace(transaction, scope, entity, change.apply(entity)));
  }

  T replace(Transaction transaction, Scope scope, T entity, T changed) {
    var global = Accounts.scope(scope.account());
    var before = canonical(type.of(entity).name());
    var after = type.of(changed).name();
    if (!before.equals(canonical(after))) {
      if (records.has(transaction, global, canonical(after))) {
        throw kind().alreadyExists(after);
      }
      records.delete(transaction, global, before);
    }
    put(transaction, global, changed);
    return changed;
  }

  /// Changes what belongs to an entity.
  <R> R within(Scope scope, String name, BiFunction<Transaction, T, R> body) {
    return accounts.change(
        scope, (transaction, global) -> body.apply(transaction, get(transaction, global, name)));
  }

  public List<Tag> tag(Scope scope, String name, List<Tag> more) {
    var tagged =
        change(
            scope,
            name,
            entity -> type.withTags().apply(entity, Tags.merge(type.tagsOf(entity), more)));
    return type.tagsOf(tagged);
  }

  public List<Tag> untag(Scope scope, String name, List<String> keys) {
    var untagged =
        change(
            scope,
            name,
            entity -> type.withTags().apply(entity, Tags.without(type.tagsOf(entity), keys)));
    return type.tagsOf(untagged);
  }

  /// Refuses while anything depends on the entity.
  public void delete(Scope scope, String name) {
    accounts.run(
        scope,
        (transaction, global) -> remove(transaction, global, get(transaction, global, name)));
  }

  void remove(Transaction transaction, Scope scope, T entity) {
    var identity = type.of(entity);
    for (var each : dependents) {
      if (each.has().ask(transaction, scope, identity.id())) {
        throw DELETE_CONFLICT_EXCEPTION.because(each.text());
      }
    }
    records.delete(transaction, scope, canonical(identity.name()));
    transaction.delete(byId(scope, identity.id()).bytes());
    count(scope).add(transaction, -1);
  }

  int count(Reader reader, Scope scope) {
    return Math.toIntExact(count(scope).value(reader));
  }

  private Counter count(Scope scope) {
    return new Counter(Key.of(scope.account(), scope.region(), "iam.count", type.kind().noun()));
  }

  private Key byId(Scope scope, String id) {
    return Key.of(scope.account(), scope.region(), "iam.id", type.kind().noun(), id);
  }

  private static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
