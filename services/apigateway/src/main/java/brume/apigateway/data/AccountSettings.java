package brume.apigateway.data;

import brume.apigateway.rest.MethodSettings;
import brume.base.Scope;
import brume.model.apigateway.Account;
import brume.model.apigateway.ThrottleSettings;
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Store;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The settings of an account in a region.
public final class AccountSettings {
  private static final String ID = "settings";

  private final Store store;
  private final Records<Account> settings = new Records<>("apigateway.account", Account.SHAPE);

  public AccountSettings(Store store) {
    this.store = store;
  }

  public Account get(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return orDefault(settings.get(snapshot, scope, ID));
    }
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
    return kept == null
        ? new Account(
            "4",
            null,
            List.of("UsagePlans"),
            new ThrottleSettings(MethodSettings.ACCOUNT_BURST, MethodSettings.ACCOUNT_RATE))
        : kept;
  }
}
