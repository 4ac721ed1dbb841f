package brume.lambda.operation.url;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.FunctionUrls;
import brume.lambda.function.FunctionName;
import brume.lambda.function.UrlRules;
import brume.model.lambda.UpdateFunctionUrlConfigRequest;
import brume.model.lambda.UpdateFunctionUrlConfigResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.temporal.ChronoUnit;

/// Changes who may use the address of a function, and from which pages.
public final class UpdateFunctionUrlConfig
    implements Operation<UpdateFunctionUrlConfigRequest, UpdateFunctionUrlConfigResponse> {
  private final FunctionUrls urls;
  private final FunctionAccess access;

  public UpdateFunctionUrlConfig(FunctionUrls urls, FunctionAccess access) {
    this.urls = urls;
    this.access = access;
  }

  @Override
  public Access access(Call call, UpdateFunctionUrlConfigRequest input) {
    var needed = access.to(name(), function(call, input));
    return input.authType() == null
        ? needed
        : needed.where("lambda:FunctionUrlAuthType", input.authType());
  }

  @Override
  public UpdateFunctionUrlConfigResponse run(Call call, UpdateFunctionUrlConfigRequest input) {
    UrlRules.check(input.invokeMode(), input.cors());
    var function = function(call, input);
    var now = call.now().truncatedTo(ChronoUnit.MILLIS).toString();
    var changed =
        urls.change(
            function,
            before ->
                before.toBuilder()
                    .authType(input.authType() == null ? before.authType() : input.authType())
                    .cors(input.cors() == null ? before.cors() : input.cors())
                    .lastModifiedTime(now)
                    .build());
    var shown = UrlRules.shown(changed, function.scope(), call.endpoint());
    return new UpdateFunctionUrlConfigResponse(
        shown.authType(),
        shown.cors(),
        shown.creationTime(),
        shown.functionArn(),
        shown.functionUrl(),
        shown.invokeMode(),
        shown.lastModifiedTime());
  }

  private static FunctionName function(Call call, UpdateFunctionUrlConfigRequest input) {
    return UrlRules.target(call.scope(), input.functionName(), input.qualifier());
  }
}
