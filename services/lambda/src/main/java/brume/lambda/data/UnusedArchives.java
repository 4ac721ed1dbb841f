package brume.lambda.data;

import brume.base.Scope;
import brume.lambda.code.Archives;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.Layer;
import brume.service.Call;
import brume.service.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Deletes packages that no function and no layer has.
///
/// A package goes when it was unused in two runs: environments of a function that was just deleted
/// end long before, and whoever keeps a package has that long to make use of it.
public final class UnusedArchives implements Job {
  private static final Duration EVERY = Duration.ofHours(1);

  private final Functions functions;
  private final Versions versions;
  private final LayerVersions layers;
  private final Archives archives;
  private Set<String> unused = Set.of();

  public UnusedArchives(LambdaData data, Archives archives) {
    functions = data.functions();
    versions = data.versions();
    layers = data.layerVersions();
    this.archives = archives;
  }

  @Override
  public String name() {
    return "lambda-unused-archives";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run(Call call) {
    var used = new HashSet<String>();
    for (var scope : functions.read(Scopes::all)) {
      addUsed(scope, used);
    }
    var found = new HashSet<String>();
    try {
      archives.sweep(
          call.now().minus(EVERY),
          sha256 -> used.contains(sha256) || (found.add(sha256) && !unused.contains(sha256)));
      unused = found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addUsed(Scope scope, Set<String> used) {
    Stream.concat(functions.all(scope).stream(), versions.all(scope).stream())
        .forEach(version -> addUsed(version, used));
    layers.all(scope).values().stream()
        .flatMap(List::stream)
        .forEach(layer -> used.add(LayerVersions.digest(layer)));
  }

  private void addUsed(FunctionConfiguration version, Set<String> used) {
    used.add(Objects.requireNonNull(version.codeSha256()));
    for (var layer : version.layers() == null ? List.<Layer>of() : version.layers()) {
      used.add(layers.sha256(Objects.requireNonNull(layer.arn())));
    }
  }
}
