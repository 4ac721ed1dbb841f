package brume.apigateway.revision;

import brume.base.Scope;
import brume.shape.Structure;
import brume.store.Transaction;
import java.util.List;

/// One API in a transaction that changes it.
public class ApiDraft<A extends Structure> extends ApiView<A> {
  private final Transaction transaction;

  public ApiDraft(ApiLibrary<A> library, Transaction transaction, Scope scope, String apiId) {
    super(library, transaction, scope, apiId);
    this.transaction = transaction;
  }

  public A put(A changed) {
    library.apis().put(transaction, changed, scope, apiId);
    becomes(changed);
    return changed;
  }

  public <T extends Structure> T put(PartKind<T> kind, T value) {
    kind.records().put(transaction, value, scope, apiId, ApiLibrary.DRAFT, kind.idOf(value));
    return value;
  }

  /// Throws the kind's refusal when there is none.
  public <T extends Structure> T delete(PartKind<T> kind, String id) {
    var gone = get(kind, id);
    kind.records().delete(transaction, scope, apiId, ApiLibrary.DRAFT, id);
    return gone;
  }

  /// Deletes all of the draft that deployments freeze.
  public void empty() {
    for (var kind : library.kinds()) {
      if (kind.frozen()) {
        clear(kind, ApiLibrary.DRAFT);
      }
    }
  }

  /// Keeps the draft as it is now under a deployment's id.
  public void freeze(String deployment) {
    library.frozen().put(transaction, api(), scope, apiId, deployment);
    for (var kind : library.kinds()) {
      if (kind.frozen()) {
        freeze(kind, deployment);
      }
    }
  }

  private <T extends Structure> void freeze(PartKind<T> kind, String deployment) {
    for (var each : all(kind)) {
      kind.records().put(transaction, each, scope, apiId, deployment, kind.idOf(each));
    }
  }

  /// Forgets what a deployment froze.
  public void thaw(String deployment) {
    library.frozen().delete(transaction, scope, apiId, deployment);
    for (var kind : library.kinds()) {
      clear(kind, deployment);
    }
  }

  private <T extends Structure> void clear(PartKind<T> kind, String revision) {
    for (var each : all(kind, revision)) {
      kind.records().delete(transaction, scope, apiId, revision, kind.idOf(each));
    }
  }

  /// Deletes the API and all that belongs to it.
  ///
  /// @param deployments the ids of all its deployments
  public void deleteApi(List<String> deployments) {
    deployments.forEach(this::thaw);
    thaw(ApiLibrary.DRAFT);
    library.apis().delete(transaction, scope, apiId);
  }
}
