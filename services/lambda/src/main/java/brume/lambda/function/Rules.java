package brume.lambda.function;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Arn;
import brume.lambda.runtime.language.Runtimes;
import brume.shape.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a function's configuration must satisfy beyond what the model says.
final class Rules {
  /// Source: AWS Lambda Developer Guide, "Defined runtime environment variables".
  private static final Set<String> RESERVED_VARIABLES =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_DEFAULT_REGION",
          "AWS_REGION",
          "AWS_EXECUTION_ENV",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_LAMBDA_RUNTIME_API",
          "LAMBDA_TASK_ROOT",
          "LAMBDA_RUNTIME_DIR");

  private static final String VARIABLES_REFUSED =
      "Lambda was unable to configure your environment variables because the environment variables"
          + " you have provided ";

  private Rules() {}

  static Map<String, String> variables(Map<String, String> variables) {
    var reserved = variables.keySet().stream().filter(RESERVED_VARIABLES::contains).sorted();
    var names = String.join(", ", reserved.toList());
    if (!names.isEmpty()) {
      throw invalid(
          VARIABLES_REFUSED
              + "contains reserved keys that are currently not supported for modification."
              + " Reserved keys used in this request: "
              + names);
    }
    long bytes = 0;
    for (var variable : variables.entrySet()) {
      bytes += bytes(variable.getKey()) + bytes(variable.getValue());
    }
    if (bytes > Limits.VARIABLES_BYTES) {
      throw invalid(VARIABLES_REFUSED + "exceeded the 4KB limit.");
    }
    return variables;
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static int memory(int megabytes) {
    return within("memorySize", megabytes, Limits.MEMORY_MB, Limits.MAX_MEMORY_MB);
  }

  static int timeout(int seconds) {
    return within("timeout", seconds, 1, Limits.MAX_TIMEOUT_S);
  }

  static int tmp(int megabytes) {
    return within("ephemeralStorage.size", megabytes, Limits.TMP_MB, Limits.MAX_TMP_MB);
  }

  private static int within(String name, int value, int from, int to) {
    if (value < from || value > to) {
      throw invalid(
          "Value '%d' at '%s' failed to satisfy constraint: Member must have value %s than or equal to %d"
              .formatted(value, name, value < from ? "greater" : "less", value < from ? from : to));
    }
    return value;
  }

  static String runtime(String runtime) {
    if (!Runtimes.KNOWN.contains(runtime)) {
      throw invalid(
          "Value %s at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: %s"
              .formatted(runtime, Runtimes.KNOWN));
    }
    return runtime;
  }

  static String role(String role) {
    var isRole =
        Arn.parse(role)
            .filter(arn -> arn.service().equals("iam") && arn.resource().startsWith("role/"))
            .isPresent();
    if (!isRole) {
      throw invalid("Not the ARN of a role: " + role);
    }
    return role;
  }

  /// A process of this machine runs on no other architecture.
  static List<String> architectures(@Nullable List<String> asked) {
    var architectures = asked == null || asked.isEmpty() ? List.of(Architecture.DEFAULT) : asked;
    if (!architectures.equals(List.of(Architecture.HOST))) {
      Lacking.refuse(
          "Architectures " + architectures + " on this host, which is " + Architecture.HOST,
          architectures);
    }
    return architectures;
  }

  static ServiceException invalid(String text) {
    return INVALID_PARAMETER_VALUE_EXCEPTION.because(text);
  }
}
