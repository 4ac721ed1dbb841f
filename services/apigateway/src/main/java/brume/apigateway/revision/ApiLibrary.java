package brume.apigateway.revision;

import brume.base.Scope;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.shape.Structure;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All APIs of a kind in the store. An API is the lock of all that belongs to it.
///
/// What a deployment freezes lies under the deployment's id, and what operations change under
/// [#DRAFT], which no deployment is called.
///
/// @param frozen the APIs as deployments froze them
/// @param missing the refusal of an unknown API
public record ApiLibrary<A extends Structure>(
    Store store,
    Records<A> apis,
    Records<A> frozen,
    List<PartKind<?>> kinds,
    BiFunction<Scope, String, ServiceException> missing) {
  static final String DRAFT = "draft";

  public List<A> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return apis.all(snapshot, scope);
    }
  }

  public boolean has(Scope scope, String apiId) {
    try (var snapshot = store.snapshot()) {
      return apis.has(snapshot, scope, apiId);
    }
  }

  /// Runs `body` alone on the API.
  ///
  /// @param body gets the transaction; what it writes is committed together
  public <T> T transact(Scope scope, String apiId, Function<Transaction, T> body) {
    return store.transact(Locks.of(apis.key(scope, apiId)), body);
  }

  /// The bytes of a part of the draft as they are kept, which change when it does; null when there
  /// is none.
  public byte @Nullable [] stored(Scope scope, String apiId, PartKind<?> kind, String id) {
    try (var snapshot = store.snapshot()) {
      return snapshot.get(kind.records().key(scope, apiId, DRAFT, id).bytes());
    }
  }
}
