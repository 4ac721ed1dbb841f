package brume.lambda.function;

import brume.base.Scope;
import brume.lambda.code.Archive;
import brume.model.lambda.CreateFunctionRequest;
import brume.model.lambda.EnvironmentResponse;
import brume.model.lambda.EphemeralStorage;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.Layer;
import brume.model.lambda.LoggingConfig;
import brume.model.lambda.SnapStartResponse;
import brume.model.lambda.TracingConfigResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new function is, with everything that the request does not say.
public final class NewFunction {
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

  private NewFunction() {}

  /// Throws an invalid parameter value when the request cannot be granted.
  ///
  /// @param layers those that the request names
  /// @param revision a fresh id
  public static FunctionConfiguration describe(
      CreateFunctionRequest input,
      Scope scope,
      Archive code,
      List<Layer> layers,
      String revision,
      Instant now) {
    if (input.runtime() == null || input.handler() == null) {
      throw Rules.invalid(
          "Runtime and Handler are mandatory parameters for functions created with deployment"
              + " packages.");
    }
    var function = FunctionName.of(scope, input.functionName()).unqualified();
    return FunctionConfiguration.builder()
        .functionName(function.name())
        .functionArn(function.arn().toString())
        .version(FunctionName.LATEST)
        .description(input.description() == null ? "" : input.description())
        .packageType("Zip")
        .runtime(Rules.runtime(input.runtime()))
        .handler(input.handler())
        .role(Rules.role(input.role()))
        .architectures(Rules.architectures(input.architectures()))
        .memorySize(Rules.memory(or(input.memorySize(), Limits.MEMORY_MB)))
        .timeout(Rules.timeout(or(input.timeout(), Limits.TIMEOUT_S)))
        .ephemeralStorage(tmp(input.ephemeralStorage()))
        .environment(environment(input.environment()))
        .layers(layers.isEmpty() ? null : layers)
        .loggingConfig(logging(input.loggingConfig(), function.name()))
        .deadLetterConfig(EventRules.deadLetters(input.deadLetterConfig()))
        .tracingConfig(new TracingConfigResponse("PassThrough"))
        .snapStart(new SnapStartResponse("None", "Off"))
        .codeSha256(code.sha256())
        .codeSize(code.size())
        .state("Active")
        .lastUpdateStatus("Successful")
        .lastModified(timestamp(now))
        .revisionId(revision)
        .build();
  }

  /// As configurations spell moments: `2026-01-31T10:20:30.123+0000`.
  public static String timestamp(Instant now) {
    return MODIFIED.format(now);
  }

  static EphemeralStorage tmp(@Nullable EphemeralStorage asked) {
    return new EphemeralStorage(Rules.tmp(asked == null ? Limits.TMP_MB : asked.size()));
  }

  static @Nullable EnvironmentResponse environment(brume.model.lambda.@Nullable Environment asked) {
    var variables = asked == null ? null : asked.variables();
    return variables == null || variables.isEmpty()
        ? null
        : EnvironmentResponse.builder().variables(Rules.variables(variables)).build();
  }

  static LoggingConfig logging(@Nullable LoggingConfig asked, String name) {
    var group = asked == null ? null : asked.logGroup();
    return LoggingConfig.builder()
        .logFormat("Text")
        .logGroup(group == null ? "/aws/lambda/" + name : group)
        .build();
  }

  private static int or(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }
}
