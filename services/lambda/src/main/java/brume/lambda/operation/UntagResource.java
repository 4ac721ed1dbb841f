package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.function.FunctionName;
import brume.model.lambda.UntagResourceRequest;
import brume.model.lambda.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Removes tags from a function.
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private final Functions functions;
  private final FunctionAccess access;

  public UntagResource(Functions functions, FunctionAccess access) {
    this.functions = functions;
    this.access = access;
  }

  @Override
  public Access access(Call call, UntagResourceRequest input) {
    return access.to(name(), FunctionName.of(call.scope(), input.resource()));
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceRequest input) {
    functions.retag(
        FunctionName.of(call.scope(), input.resource()),
        tags -> input.tagKeys().forEach(tags::remove));
    return new UntagResourceResponse();
  }
}
