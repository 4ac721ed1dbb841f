package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.function.FunctionName;
import brume.model.lambda.ListTagsRequest;
import brume.model.lambda.ListTagsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a function.
public final class ListTags implements Operation<ListTagsRequest, ListTagsResponse> {
  private final Functions functions;
  private final FunctionAccess access;

  public ListTags(Functions functions, FunctionAccess access) {
    this.functions = functions;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListTagsRequest input) {
    return access.to(name(), FunctionName.of(call.scope(), input.resource()));
  }

  @Override
  public ListTagsResponse run(Call call, ListTagsRequest input) {
    return new ListTagsResponse(functions.tags(FunctionName.of(call.scope(), input.resource())));
  }
}
