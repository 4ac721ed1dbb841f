package brume.apigateway.usage;

import static brume.model.apigateway.ApiGatewayError.CONFLICT_EXCEPTION;
import static brume.model.apigateway.ApiGatewayError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.apigateway.ApiGatewayError.NOT_FOUND_EXCEPTION;

import brume.base.Scope;
import brume.model.apigateway.ApiKey;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// API keys in the store, by their ids and by their values.
public final class KeyRecords {
  /// Source: "Amazon API Gateway quotas", API keys per account per Region.
  private static final int MAX_KEYS = 10_000;

  private final Store store;
  private final Records<ApiKey> byId = new Records<>("apigateway.key", ApiKey.SHAPE);
  private final Records<ApiKey> byValue = new Records<>("apigateway.keyByValue", ApiKey.SHAPE);

  public KeyRecords(Store store) {
    this.store = store;
  }

  /// What all changes to keys and plans of a scope hold.
  static Locks locks(Scope scope) {
    return Locks.of(Key.of(scope.account(), scope.region(), "apigateway.usage"));
  }

  static ServiceException missing() {
    return NOT_FOUND_EXCEPTION.because("Invalid API Key identifier specified");
  }

  public ApiKey create(Scope scope, ApiKey key) {
    return store.transact(
        locks(scope),
        transaction -> {
          if (byId.all(transaction, scope).size() >= MAX_KEYS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "Maximum number of API Keys has been reached: " + MAX_KEYS);
          }
          if (byValue.has(transaction, scope, Objects.requireNonNull(key.value()))) {
            throw CONFLICT_EXCEPTION.because("API Key already exists");
          }
          return put(transaction, scope, key);
        });
  }

  private ApiKey put(Transaction transaction, Scope scope, ApiKey key) {
    byId.put(transaction, key, scope, Objects.requireNonNull(key.id()));
    byValue.put(transaction, key, scope, Objects.requireNonNull(key.value()));
    return key;
  }

  public ApiKey get(Scope scope, String id) {
    try (var snapshot = store.snapshot()) {
      return get(snapshot, scope, id);
    }
  }

  ApiKey get(Reader reader, Scope scope, String id) {
    var found = byId.get(reader, scope, id);
    if (found == null) {
      throw missing();
    }
    return found;
  }

  /// Null when nobody has such a key.
  @Nullable ApiKey ofValue(Reader reader, Scope scope, String value) {
    return byValue.get(reader, scope, value);
  }

  public List<ApiKey> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return byId.all(snapshot, scope);
    }
  }

  public ApiKey change(Scope scope, String id, UnaryOperator<ApiKey> change) {
    return store.transact(
        locks(scope),
        transaction -> put(transaction, scope, change.apply(get(transaction, scope, id))));
  }

  void delete(Transaction transaction, Scope scope, ApiKey key) {
    byId.delete(transaction, scope, Objects.requireNonNull(key.id()));
    byValue.delete(transaction, scope, Objects.requireNonNull(key.value()));
  }
}
