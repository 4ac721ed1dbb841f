package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.function.FunctionName;
import brume.model.lambda.TagResourceRequest;
import brume.model.lambda.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a function, in place of those with the same keys.
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private final Functions functions;
  private final FunctionAccess access;

  public TagResource(Functions functions, FunctionAccess access) {
    this.functions = functions;
    this.access = access;
  }

  @Override
  public Access access(Call call, TagResourceRequest input) {
    return access.to(name(), FunctionName.of(call.scope(), input.resource()));
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceRequest input) {
    functions.retag(
        FunctionName.of(call.scope(), input.resource()), tags -> tags.putAll(input.tags()));
    return new TagResourceResponse();
  }
}
