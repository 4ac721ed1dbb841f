package brume.lambda.runtime;

import brume.base.Arn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One version of a function, as its environments need it.
///
/// Environments are shared by equal [#key]s and by nothing else, so whatever changes the way a
/// function runs must change `configHash`.
///
/// @param arn of the version: `arn:aws:lambda:region:account:function:name:version`
/// @param name the function's name
/// @param version `$LATEST` or a number
/// @param configHash changes with code, layers and configuration
/// @param runtime an identifier of AWS, such as `python3.13`
/// @param handler as the runtime spells it; unused by `provided` beyond `_HANDLER`
/// @param code the unpacked package; directories and files are readable by everyone
/// @param layers unpacked layers, in order: a later one covers an earlier one
/// @param variables those of the user
/// @param memoryMb 128 to 10240
/// @param timeout 1 s to 900 s
/// @param tmpMb size of `/tmp`, 512 to 10240
/// @param logGroup as announced to the function
/// @param logs takes what the function prints
public record FunctionSpec(
    Arn arn,
    String name,
    String version,
    String configHash,
    String runtime,
    String handler,
    Path code,
    List<Path> layers,
    Map<String, String> variables,
    int memoryMb,
    Duration timeout,
    int tmpMb,
    String logGroup,
    LogSink logs) {

  /// Between the parts of a [#key].
  public static final String KEY_SEPARATOR = "#";

  public FunctionSpec {
    layers = List.copyOf(layers);
    variables = Map.copyOf(variables);
  }

  /// What the environments of one function version and configuration have in common.
  public String key() {
    return arn + KEY_SEPARATOR + configHash;
  }
}
