package brume.lambda.data;

import brume.base.Scope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What accounts use of Lambda.
public final class Usage {
  private final Functions functions;
  private final Versions versions;
  private final LayerVersions layers;

  public Usage(Functions functions, Versions versions, LayerVersions layers) {
    this.functions = functions;
    this.versions = versions;
    this.layers = layers;
  }

  public long functions(Scope scope) {
    return functions.all(scope).size();
  }

  /// Bytes of the archives of all versions of functions and layers.
  public long codeSize(Scope scope) {
    var ofFunctions =
        Stream.concat(functions.all(scope).stream(), versions.all(scope).stream())
            .mapToLong(version -> Objects.requireNonNull(version.codeSize()));
    var ofLayers =
        layers.all(scope).values().stream()
            .flatMap(List::stream)
            .mapToLong(
                version ->
                    Objects.requireNonNull(Objects.requireNonNull(version.content()).codeSize()));
    return ofFunctions.sum() + ofLayers.sum();
  }
}
