package brume.apigateway.data;

import brume.apigateway.rest.MethodSettings;
import brume.base.Scope;
import brume.model.apigateway.Account;
import brume.model.apigateway.ThrottleSettings;
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The settings of an account in a region.
public final class AccountSettings {
  private static final String ID = "settings";

  /// How long the settings are taken to be as they were.
  private static final Duration KNOWN = Duration.ofSeconds(1);

  private static final ThrottleSettings DEFAULT =
      new ThrottleSettings(MethodSettings.ACCOUNT_BURST, MethodSettings.ACCOUNT_RATE);

  private record Known(ThrottleSettings throttle, Instant until) {}

  private final Store store;
  private final Map<Scope, Known> known = new ConcurrentHashMap<>();
  private final Records<Account> settings = new Records<>("apigateway.account", Account.SHAPE);

  public AccountSettings(Store store) {
    this.store = store;
  }

  public Account get(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return orDefault(settings.get(snapshot, scope, ID));
    }
  }

  /// How many requests the APIs of a scope take, as it was at most a second ago.
  public ThrottleSettings throttle(Scope scope, Instant now) {
    var before = known.get(scope);
    if (before != null && now.isBefore(before.until)) {
      return before.throttle;
    }
    var throttle = get(scope).throttleSettings();
    var fresh = new Known(throttle == null ? DEFAULT : throttle, now.plus(KNOWN));
    known.put(scope, fresh);
    return fresh.throttle;
  }

  public Account change(Scope scope, UnaryOperator<Account> change) {
    return store.transact(
        Locks.of(settings.key(scope, ID)),
        transaction -> {
          var changed = change.apply(orDefault(settings.get(transaction, scope, ID)));
          settings.put(transaction, changed, scope, ID);
          return changed;
        });
  }

  private static Account orDefault(@Nullable Account kept) {
    return kept == null ? new Account("4", null, List.of("UsagePlans"), DEFAULT) : kept;
  }
}
