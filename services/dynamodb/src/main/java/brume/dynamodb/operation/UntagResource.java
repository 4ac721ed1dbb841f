package brume.dynamodb.operation;

import brume.dynamodb.data.Tables;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.UntagResourceInput;
import brume.model.dynamodb.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Removes tags from a table.
public final class UntagResource implements Operation<UntagResourceInput, UntagResourceResponse> {
  private final Tables tables;

  public UntagResource(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, UntagResourceInput input) {
    return TableAccess.to(call, name(), input.resourceArn());
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceInput input) {
    tables.untag(call.scope(), input.resourceArn(), input.tagKeys());
    return new UntagResourceResponse();
  }
}
