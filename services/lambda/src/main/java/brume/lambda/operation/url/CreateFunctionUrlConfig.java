package brume.lambda.operation.url;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.FunctionUrls;
import brume.lambda.function.FunctionName;
import brume.lambda.function.UrlRules;
import brume.model.lambda.CreateFunctionUrlConfigRequest;
import brume.model.lambda.CreateFunctionUrlConfigResponse;
import brume.model.lambda.FunctionUrlConfig;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.temporal.ChronoUnit;

/// Gives a function or an alias an address of its own.
public final class CreateFunctionUrlConfig
    implements Operation<CreateFunctionUrlConfigRequest, CreateFunctionUrlConfigResponse> {
  private final FunctionUrls urls;
  private final Aliases aliases;
  private final FunctionAccess access;

  public CreateFunctionUrlConfig(FunctionUrls urls, Aliases aliases, FunctionAccess access) {
    this.urls = urls;
    this.aliases = aliases;
    this.access = access;
  }

  @Override
  public Access access(Call call, CreateFunctionUrlConfigRequest input) {
    return access
        .to(name(), function(call, input))
        .where("lambda:FunctionUrlAuthType", input.authType());
  }

  @Override
  public CreateFunctionUrlConfigResponse run(Call call, CreateFunctionUrlConfigRequest input) {
    UrlRules.check(input.invokeMode(), input.cors());
    var function = function(call, input);
    aliases.check(function);
    var now = call.now().truncatedTo(ChronoUnit.MILLIS).toString();
    var made =
        urls.create(
            function,
            FunctionUrlConfig.builder()
                .functionUrl(call.ids().lower(UrlRules.ID_LENGTH))
                .functionArn(function.arn().toString())
                .authType(input.authType())
                .cors(input.cors())
                .invokeMode("BUFFERED")
                .creationTime(now)
                .lastModifiedTime(now)
                .build());
    var shown = UrlRules.shown(made, function.scope(), call.endpoint());
    return CreateFunctionUrlConfigResponse.builder()
        .functionUrl(shown.functionUrl())
        .functionArn(shown.functionArn())
        .authType(shown.authType())
        .cors(shown.cors())
        .invokeMode(shown.invokeMode())
        .creationTime(shown.creationTime())
        .build();
  }

  private static FunctionName function(Call call, CreateFunctionUrlConfigRequest input) {
    return UrlRules.target(call.scope(), input.functionName(), input.qualifier());
  }
}
