package brume.lambda.function;

import brume.base.Scope;
import brume.model.lambda.Cors;
import brume.model.lambda.FunctionUrlConfig;
import brume.service.Endpoint;
import org.jspecify.annotations.Nullable;

/// What may be said of the address of a function.
///
/// Source: AWS Lambda Developer Guide, "Creating and managing Lambda function URLs".
public final class UrlRules {
  /// The label of the hosts.
  public static final String KIND = "lambda-url";

  /// Letters and digits of an id.
  public static final int ID_LENGTH = 32;

  private UrlRules() {}

  /// What has an address: a function as such or an alias.
  public static FunctionName target(Scope scope, String name, @Nullable String qualifier) {
    var function = FunctionName.of(scope, name, qualifier);
    if (FunctionName.LATEST.equals(function.qualifier()) || function.isVersion()) {
      throw Rules.invalid("A function URL is that of a function or of an alias, not of a version");
    }
    return function;
  }

  public static void check(@Nullable String invokeMode, @Nullable Cors cors) {
    if ("RESPONSE_STREAM".equals(invokeMode)) {
      Lacking.refuse("InvokeMode RESPONSE_STREAM", invokeMode);
    }
    var methods = cors == null ? null : cors.allowMethods();
    if (methods != null && methods.contains("OPTIONS")) {
      throw Rules.invalid(
          "OPTIONS is answered without the function: it is no value of AllowMethods");
    }
  }

  /// As replies show it.
  ///
  /// @param config with the id for its address
  public static FunctionUrlConfig shown(FunctionUrlConfig config, Scope scope, Endpoint endpoint) {
    var url =
        "https://%s.%s.%s.%s/"
            .formatted(config.functionUrl(), KIND, scope.region(), endpoint.urlSuffix());
    return config.toBuilder().functionUrl(url).build();
  }
}
