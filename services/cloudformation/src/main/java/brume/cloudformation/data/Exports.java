package brume.cloudformation.data;

import brume.base.Scope;
import brume.cloudformation.stack.StackId;
import brume.json.Json;
import brume.model.cloudformation.Export;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What stacks export by name, and which stacks import it.
///
/// Source: "Exporting stack output values" of the CloudFormation user guide: names are unique in an
/// account and region, and what is imported can be neither changed nor withdrawn.
public final class Exports {
  private static final Records<Export> EXPORTS =
      new Records<>("cloudformation.export", Export.SHAPE);

  /// By the name of the export and the uid of the stack that imports it.
  private static final Documents<Import> IMPORTS =
      new Documents<>("cloudformation.import", Import::toJson, Import::of);

  private final Store store;

  public Exports(Store store) {
    this.store = store;
  }

  private record Import(String export, String stack, String uid) {
    Json.Obj toJson() {
      return Json.object("export", Json.of(export), "stack", Json.of(stack), "uid", Json.of(uid));
    }

    static Import of(Json.Obj document) {
      Function<String, String> text =
          name -> String.valueOf(Objects.requireNonNull(document.get(name)).text());
      return new Import(text.apply("export"), text.apply("stack"), text.apply("uid"));
    }
  }

  static Key lock(Scope scope) {
    return EXPORTS.key(scope);
  }

  /// The value exported under a name, which from now on the stack imports; null when there is none.
  public @Nullable String use(StackId by, String name) {
    var value =
        store.transact(
            Locks.of(lock(by.scope())),
            transaction -> {
              var export = EXPORTS.get(transaction, by.scope(), name);
              if (export != null) {
                IMPORTS.put(
                    transaction, new Import(name, by.name(), by.uid()), by.scope(), name, by.uid());
              }
              return Optional.ofNullable(export == null ? null : export.value());
            });
    return value.orElse(null);
  }

  public @Nullable String value(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      var export = EXPORTS.get(snapshot, scope, name);
      return export == null ? null : export.value();
    }
  }

  /// Makes these all that the stack exports. Within [Stacks#change].
  ///
  /// @return why it cannot, in AWS's words; null when it was done
  public static @Nullable String publish(StackChange change, Map<String, String> wanted) {
    var id = change.id();
    var transaction = change.transaction();
    for (var wish : wanted.entrySet()) {
      var there = EXPORTS.get(transaction, id.scope(), wish.getKey());
      if (there != null && !id.toString().equals(there.exportingStackId())) {
        return "Export with name "
            + wish.getKey()
            + " is already exported by stack "
            + StackId.parse(String.valueOf(there.exportingStackId())).map(StackId::name).orElse("");
      }
    }
    for (var old : of(transaction, id)) {
      var name = Objects.requireNonNull(old.name());
      var user = importers(transaction, id.scope(), name).stream().findFirst().orElse(null);
      if (user != null && !Objects.equals(old.value(), wanted.get(name))) {
        return "Export "
            + name
            + " cannot be "
            + (wanted.containsKey(name) ? "updated" : "deleted")
            + " as it is in use by "
            + user;
      }
    }
    of(transaction, id)
        .forEach(old -> EXPORTS.delete(transaction, id.scope(), String.valueOf(old.name())));
    wanted.forEach(
        (name, value) ->
            EXPORTS.put(transaction, new Export(id.toString(), name, value), id.scope(), name));
    return null;
  }

  /// Forgets the stack's imports but for these names. Within [Stacks#change].
  public static void keepImports(StackChange change, Set<String> names) {
    var id = change.id();
    for (var each : IMPORTS.all(change.transaction(), id.scope())) {
      if (each.uid.equals(id.uid()) && !names.contains(each.export)) {
        IMPORTS.delete(change.transaction(), id.scope(), each.export, id.uid());
      }
    }
  }

  /// An export of the stack that others import, with one of them; null when there is none.
  public static @Nullable String inUse(StackChange change) {
    for (var export : of(change.transaction(), change.id())) {
      var users =
          importers(change.transaction(), change.id().scope(), String.valueOf(export.name()));
      if (!users.isEmpty()) {
        return export.name() + " as it is in use by " + users.getFirst();
      }
    }
    return null;
  }

  private static List<Export> of(Transaction transaction, StackId id) {
    return EXPORTS.all(transaction, id.scope()).stream()
        .filter(export -> id.toString().equals(export.exportingStackId()))
        .toList();
  }

  /// By name.
  public Records.Page<Export> page(Scope scope, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return EXPORTS.page(snapshot, scope, token, limit);
    }
  }

  /// The names of the stacks that import it.
  public List<String> importers(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      return importers(snapshot, scope, name);
    }
  }

  private static List<String> importers(Reader reader, Scope scope, String name) {
    return IMPORTS.all(reader, scope, name).stream().map(Import::stack).toList();
  }
}
