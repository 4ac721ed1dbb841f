package brume.apigateway.revision;

import brume.base.Scope;
import brume.shape.Structure;
import brume.store.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One API as a snapshot or a transaction sees it.
public class ApiView<A extends Structure> {
  final ApiLibrary<A> library;
  final Scope scope;
  final String apiId;
  private final Reader reader;
  private A api;

  /// Throws the library's refusal when there is no such API.
  public ApiView(ApiLibrary<A> library, Reader reader, Scope scope, String apiId) {
    this.library = library;
    this.reader = reader;
    this.scope = scope;
    this.apiId = apiId;
    var found = library.apis().get(reader, scope, apiId);
    if (found == null) {
      throw library.missing().apply(scope, apiId);
    }
    api = found;
  }

  public A api() {
    return api;
  }

  void becomes(A changed) {
    api = changed;
  }

  public <T extends Structure> @Nullable T find(PartKind<T> kind, String id) {
    return kind.records().get(reader, scope, apiId, ApiLibrary.DRAFT, id);
  }

  /// Throws the kind's refusal when there is none.
  public <T extends Structure> T get(PartKind<T> kind, String id) {
    var found = find(kind, id);
    if (found == null) {
      throw kind.missing();
    }
    return found;
  }

  /// In the order of their ids.
  public <T extends Structure> List<T> all(PartKind<T> kind) {
    return all(kind, ApiLibrary.DRAFT);
  }

  /// Those that a deployment froze.
  public <T extends Structure> List<T> all(PartKind<T> kind, String deployment) {
    return kind.records().all(reader, scope, apiId, deployment);
  }

  /// The API as a deployment froze it; null when there is no such deployment.
  public @Nullable A frozenApi(String deployment) {
    return library.frozen().get(reader, scope, apiId, deployment);
  }
}
