package brume.lambda.data;

import brume.base.Arn;
import brume.base.Scope;
import brume.lambda.function.LayerName;
import brume.model.lambda.GetLayerVersionResponse;
import brume.service.record.Records;
import brume.store.Counter;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The versions of layers. Their numbers are never given twice.
///
/// A version that was deleted can no longer be named, but functions that have it go on with it, as
/// on AWS: so its record stays, out of sight.
public final class LayerVersions {
  private final Store store;
  private final Records<GetLayerVersionResponse> versions =
      new Records<>("lambda.layer", GetLayerVersionResponse.SHAPE);
  private final Records<GetLayerVersionResponse> deleted =
      new Records<>("lambda.deleted-layer", GetLayerVersionResponse.SHAPE);

  public LayerVersions(Store store) {
    this.store = store;
  }

  /// @param describe makes the version of its number
  public GetLayerVersionResponse publish(
      LayerName layer, LongFunction<GetLayerVersionResponse> describe) {
    var scope = layer.scope();
    var numbers =
        new Counter(Key.of(scope.account(), scope.region(), "lambda.layer-number", layer.name()));
    return store.transact(
        numbers.locks(),
        transaction -> {
          Scopes.add(transaction, scope);
          long number = numbers.add(transaction, 1);
          var version = describe.apply(number);
          versions.put(transaction, version, scope, layer.name(), padded(number));
          return version;
        });
  }

  /// Throws what [LayerName#notFound] says.
  public GetLayerVersionResponse get(LayerName version) {
    var found = read(reader -> find(reader, versions, version));
    if (found == null) {
      throw version.notFound();
    }
    return found;
  }

  private static @Nullable GetLayerVersionResponse find(
      Reader reader, Records<GetLayerVersionResponse> among, LayerName version) {
    return among.get(reader, version.scope(), version.name(), padded(version.version()));
  }

  /// The digest of the package of a version that a function has, be it deleted since or not.
  public String sha256(String versionArn) {
    var arn = Arn.parse(versionArn).orElseThrow();
    var version = LayerName.of(new Scope(arn.account(), arn.region()), versionArn);
    var found =
        read(
            reader -> {
              var live = find(reader, versions, version);
              return live == null ? find(reader, deleted, version) : live;
            });
    if (found == null) {
      throw version.notFound();
    }
    return digest(found);
  }

  public static String digest(GetLayerVersionResponse version) {
    return Objects.requireNonNull(Objects.requireNonNull(version.content()).codeSha256());
  }

  /// Deleting what is not there is no error.
  public void delete(LayerName version) {
    store.transact(
        Locks.of(versions.key(version.scope(), version.name(), padded(version.version()))),
        transaction -> {
          var found = find(transaction, versions, version);
          if (found != null) {
            var number = padded(version.version());
            versions.delete(transaction, version.scope(), version.name(), number);
            deleted.put(transaction, found, version.scope(), version.name(), number);
          }
          return version;
        });
  }

  /// Newest first.
  public List<GetLayerVersionResponse> all(LayerName layer) {
    return read(reader -> versions.all(reader, layer.scope(), layer.name())).reversed();
  }

  /// Of all layers, by the names of the layers, newest first.
  public Map<String, List<GetLayerVersionResponse>> all(Scope scope) {
    var byName = new LinkedHashMap<String, List<GetLayerVersionResponse>>();
    for (var version : read(reader -> versions.all(reader, scope))) {
      var name = LayerName.of(scope, Objects.requireNonNull(version.layerArn())).name();
      byName.computeIfAbsent(name, _ -> new java.util.ArrayList<>()).addFirst(version);
    }
    return byName;
  }

  private <T extends @Nullable Object> T read(Function<Reader, T> body) {
    try (var snapshot = store.snapshot()) {
      return body.apply(snapshot);
    }
  }

  private static String padded(long number) {
    return "%019d".formatted(number);
  }
}
