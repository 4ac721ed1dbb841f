package brume.lambda.operation.url;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.FunctionUrls;
import brume.lambda.function.FunctionName;
import brume.lambda.function.UrlRules;
import brume.model.lambda.GetFunctionUrlConfigRequest;
import brume.model.lambda.GetFunctionUrlConfigResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes the address of a function or an alias.
public final class GetFunctionUrlConfig
    implements Operation<GetFunctionUrlConfigRequest, GetFunctionUrlConfigResponse> {
  private final FunctionUrls urls;
  private final FunctionAccess access;

  public GetFunctionUrlConfig(FunctionUrls urls, FunctionAccess access) {
    this.urls = urls;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetFunctionUrlConfigRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public GetFunctionUrlConfigResponse run(Call call, GetFunctionUrlConfigRequest input) {
    var function = function(call, input);
    var shown = UrlRules.shown(urls.get(function), function.scope(), call.endpoint());
    return new GetFunctionUrlConfigResponse(
        shown.authType(),
        shown.cors(),
        shown.creationTime(),
        shown.functionArn(),
        shown.functionUrl(),
        shown.invokeMode(),
        shown.lastModifiedTime());
  }

  private static FunctionName function(Call call, GetFunctionUrlConfigRequest input) {
    return UrlRules.target(call.scope(), input.functionName(), input.qualifier());
  }
}
