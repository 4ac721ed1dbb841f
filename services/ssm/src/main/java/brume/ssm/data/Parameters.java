package brume.ssm.data;

import brume.base.Scope;
import brume.model.ssm.ParameterHistory;
import brume.service.record.Records;
import brume.ssm.parameter.Labels;
import brume.ssm.parameter.ParameterName;
import brume.ssm.parameter.Selector;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The parameters of all accounts and regions, by the levels of their names.
///
/// Writes of one scope take turns: there are few of them (AWS takes three in a second).
public final class Parameters {
  static final Records<ParameterHistory> LATEST =
      new Records<>("ssm.parameter", ParameterHistory.SHAPE);
  static final Records<ParameterHistory> VERSIONS =
      new Records<>("ssm.version", ParameterHistory.SHAPE);

  private final Store store;

  public Parameters(Store store) {
    this.store = store;
  }

  static String[] id(ParameterName name) {
    return name.levels().toArray(String[]::new);
  }

  /// Changes parameters of a scope.
  public <R> R change(Scope scope, Function<ParameterChange, R> body) {
    return store.transact(
        Locks.of(Key.of(scope.account(), scope.region(), "ssm.parameter")),
        transaction -> body.apply(new ParameterChange(transaction, scope)));
  }

  /// Null when there is none.
  public @Nullable ParameterHistory find(Scope scope, Selector selector) {
    try (var snapshot = store.snapshot()) {
      var latest = LATEST.get(snapshot, scope, id(selector.name()));
      if (latest == null || selector.selector().isEmpty()) {
        return latest;
      }
      var number = selector.version();
      return number == null
          ? labelled(snapshot, scope, selector.name(), selector.selector())
          : VERSIONS.get(snapshot, scope, selector.name().text(), numbered(number));
    }
  }

  private static @Nullable ParameterHistory labelled(
      Reader reader, Scope scope, ParameterName name, String label) {
    return VERSIONS.all(reader, scope, name.text()).stream()
        .filter(version -> Labels.of(version).contains(label))
        .findFirst()
        .orElse(null);
  }

  /// As part of a key, so that versions lie in their order.
  static String numbered(long version) {
    return "%019d".formatted(version);
  }

  /// The versions of a parameter, the oldest first; empty when there is none of the name.
  public Records.Page<ParameterHistory> history(
      Scope scope, ParameterName name, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return VERSIONS.page(snapshot, scope, token, limit, name.text());
    }
  }

  /// At most `limit` parameters of a scope that `wanted` wants, in the order of their names.
  ///
  /// @param levels with which their names begin
  public Records.Page<ParameterHistory> page(
      Scope scope,
      List<String> levels,
      @Nullable String token,
      int limit,
      Predicate<ParameterHistory> wanted) {
    var parent = levels.toArray(String[]::new);
    var found = new ArrayList<ParameterHistory>();
    var next = token;
    try (var snapshot = store.snapshot()) {
      do {
        var page = LATEST.page(snapshot, scope, next, limit - found.size(), parent);
        page.items().stream().filter(wanted).forEach(found::add);
        next = page.next();
      } while (next != null && found.size() < limit);
    }
    return new Records.Page<>(found, next);
  }
}
