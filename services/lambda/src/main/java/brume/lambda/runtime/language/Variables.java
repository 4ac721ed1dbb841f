package brume.lambda.runtime.language;

import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.sandbox.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/// The environment variables of a function. Source: AWS Lambda Developer Guide, "Defined runtime
/// environment variables".
final class Variables {
  private Variables() {}

  /// Those that AWS reserves cannot be changed by the user; the others can.
  static Map<String, String> of(Bootstraps.Subject subject, Plan.Place place) {
    var variables = new LinkedHashMap<String, String>();
    defaults(variables, subject.interpreter(), place);
    variables.putAll(subject.function().variables());
    reserved(variables, subject.function(), place);
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", subject.logStream());
    var credentials = subject.credentials();
    variables.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    variables.put("AWS_SESSION_TOKEN", credentials.sessionToken());
    return variables;
  }

  private static void defaults(
      Map<String, String> variables, Interpreter interpreter, Plan.Place place) {
    var layout = place.layout();
    var opt = layout.opt();
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("PATH", "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:" + opt + "/bin");
    variables.put(
        "LD_LIBRARY_PATH",
        String.join(
            ":",
            "/var/lang/lib:/lib64:/usr/lib64",
            layout.runtime(),
            layout.runtime() + "/lib",
            layout.task(),
            layout.task() + "/lib",
            opt + "/lib"));
    variables.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
    variables.put("AWS_ENDPOINT_URL", place.endpoint());
    switch (interpreter.language()) {
      case PYTHON -> {
        variables.put("PYTHONPATH", layout.runtime());
        variables.put("BRUME_OPT", opt);
      }
      case NODE -> variables.put("NODE_PATH", nodePath(interpreter, place));
      case JAVA, PROVIDED -> {}
    }
  }

  private static String nodePath(Interpreter interpreter, Plan.Place place) {
    var major = interpreter.version().split("\\.")[0];
    var opt = place.layout().opt();
    return String.join(
        ":",
        opt + "/nodejs/node" + major + "/node_modules",
        opt + "/nodejs/node_modules",
        place.layout().runtime() + "/node_modules",
        place.layout().runtime(),
        place.layout().task());
  }

  private static void reserved(
      Map<String, String> variables, FunctionSpec function, Plan.Place place) {
    variables.put("_HANDLER", function.handler());
    variables.put("AWS_LAMBDA_RUNTIME_API", place.runtimeApi());
    variables.put("LAMBDA_TASK_ROOT", place.layout().task());
    variables.put("LAMBDA_RUNTIME_DIR", place.layout().runtime());
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    variables.put("AWS_REGION", function.arn().region());
    variables.put("AWS_DEFAULT_REGION", function.arn().region());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", function.version());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup());
  }
}
