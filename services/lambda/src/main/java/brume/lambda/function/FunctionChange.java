package brume.lambda.function;

import brume.lambda.code.Archive;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.Layer;
import brume.model.lambda.UpdateFunctionConfigurationRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a function is after a change.
///
/// @param name of the function
/// @param revision a fresh id
public record FunctionChange(String name, String revision, Instant now) {

  /// With another package.
  public FunctionConfiguration code(
      FunctionConfiguration before, Archive archive, @Nullable List<String> architectures) {
    return changed(before)
        .codeSha256(archive.sha256())
        .codeSize(archive.size())
        .architectures(
            architectures == null ? before.architectures() : Rules.architectures(architectures))
        .build();
  }

  /// With what the request says, and all else as it was.
  ///
  /// @param layers null where they stay
  public FunctionConfiguration configuration(
      FunctionConfiguration before,
      UpdateFunctionConfigurationRequest input,
      @Nullable List<Layer> layers) {
    var after = changed(before);
    set(input.description(), after::description);
    set(input.handler(), after::handler);
    set(input.runtime(), runtime -> after.runtime(Rules.runtime(runtime)));
    set(input.role(), role -> after.role(Rules.role(role)));
    set(input.memorySize(), memory -> after.memorySize(Rules.memory(memory)));
    set(input.timeout(), timeout -> after.timeout(Rules.timeout(timeout)));
    set(input.ephemeralStorage(), tmp -> after.ephemeralStorage(NewFunction.tmp(tmp)));
    set(input.environment(), all -> after.environment(NewFunction.environment(all)));
    set(input.loggingConfig(), logging -> after.loggingConfig(NewFunction.logging(logging, name)));
    set(
        input.deadLetterConfig(),
        letters -> after.deadLetterConfig(EventRules.deadLetters(letters)));
    set(layers, all -> after.layers(all.isEmpty() ? null : all));
    return after.build();
  }

  private FunctionConfiguration.Builder changed(FunctionConfiguration before) {
    return before.toBuilder().revisionId(revision).lastModified(NewFunction.timestamp(now));
  }

  private static <T> void set(@Nullable T value, Consumer<T> member) {
    if (value != null) {
      member.accept(value);
    }
  }
}
