package brume.lambda.operation.url;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.FunctionUrls;
import brume.lambda.function.FunctionName;
import brume.lambda.function.UrlRules;
import brume.model.lambda.ListFunctionUrlConfigsRequest;
import brume.model.lambda.ListFunctionUrlConfigsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the addresses of a function and its aliases.
public final class ListFunctionUrlConfigs
    implements Operation<ListFunctionUrlConfigsRequest, ListFunctionUrlConfigsResponse> {
  private final FunctionUrls urls;
  private final FunctionAccess access;

  public ListFunctionUrlConfigs(FunctionUrls urls, FunctionAccess access) {
    this.urls = urls;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListFunctionUrlConfigsRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public ListFunctionUrlConfigsResponse run(Call call, ListFunctionUrlConfigsRequest input) {
    var function = function(call, input);
    var page = urls.page(function, input.marker(), input.maxItems());
    return new ListFunctionUrlConfigsResponse(
        page.items().stream()
            .map(each -> UrlRules.shown(each, function.scope(), call.endpoint()))
            .toList(),
        page.next());
  }

  private static FunctionName function(Call call, ListFunctionUrlConfigsRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
