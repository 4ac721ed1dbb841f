package brume.lambda.operation.url;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.FunctionUrls;
import brume.lambda.function.FunctionName;
import brume.lambda.function.UrlRules;
import brume.model.lambda.DeleteFunctionUrlConfigRequest;
import brume.model.lambda.DeleteFunctionUrlConfigResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes its address from a function or an alias; another one will have another id.
public final class DeleteFunctionUrlConfig
    implements Operation<DeleteFunctionUrlConfigRequest, DeleteFunctionUrlConfigResponse> {
  private final FunctionUrls urls;
  private final FunctionAccess access;

  public DeleteFunctionUrlConfig(FunctionUrls urls, FunctionAccess access) {
    this.urls = urls;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteFunctionUrlConfigRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public DeleteFunctionUrlConfigResponse run(Call call, DeleteFunctionUrlConfigRequest input) {
    urls.delete(function(call, input));
    return new DeleteFunctionUrlConfigResponse();
  }

  private static FunctionName function(Call call, DeleteFunctionUrlConfigRequest input) {
    return UrlRules.target(call.scope(), input.functionName(), input.qualifier());
  }
}
