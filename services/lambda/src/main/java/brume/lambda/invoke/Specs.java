package brume.lambda.invoke;

import brume.base.Scope;
import brume.lambda.code.Archives;
import brume.lambda.data.LayerVersions;
import brume.lambda.function.FunctionName;
import brume.lambda.runtime.FunctionSpec;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What environments need to know of a version of a function.
final class Specs {
  private final Archives archives;
  private final LayerVersions layerVersions;
  private final LogShipper logs;

  Specs(Archives archives, LayerVersions layerVersions, LogShipper logs) {
    this.archives = archives;
    this.layerVersions = layerVersions;
    this.logs = logs;
  }

  FunctionSpec of(Scope scope, FunctionConfiguration version) throws IOException {
    var name = Objects.requireNonNull(version.functionName());
    var number = Objects.requireNonNull(version.version());
    var function = new FunctionName(scope, name, number);
    var role = Objects.requireNonNull(version.role());
    var group = Objects.requireNonNull(Objects.requireNonNull(version.loggingConfig()).logGroup());
    return new FunctionSpec(
        function.arn(),
        name,
        number,
        Objects.requireNonNull(version.revisionId()),
        Objects.requireNonNull(version.runtime()),
        Objects.requireNonNull(version.handler()),
        archives.unpacked(Objects.requireNonNull(version.codeSha256())),
        layers(version),
        variables(version),
        Objects.requireNonNull(version.memorySize()),
        Duration.ofSeconds(Objects.requireNonNull(version.timeout())),
        Objects.requireNonNull(version.ephemeralStorage()).size(),
        group,
        logs.sink(function.unqualified().arn(), role, group));
  }

  private List<Path> layers(FunctionConfiguration version) throws IOException {
    var paths = new ArrayList<Path>();
    for (var layer : version.layers() == null ? List.<Layer>of() : version.layers()) {
      paths.add(archives.unpacked(layerVersions.sha256(Objects.requireNonNull(layer.arn()))));
    }
    return paths;
  }

  private static Map<String, String> variables(FunctionConfiguration version) {
    var environment = version.environment();
    var variables = environment == null ? null : environment.variables();
    return variables == null ? Map.of() : variables;
  }
}
