package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.TableTags;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.UntagResourceInput;
import brume.model.dynamodb.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Removes tags from a table.
public final class UntagResource implements Operation<UntagResourceInput, UntagResourceResponse> {
  private final TableTags tags;

  public UntagResource(TableTags tags) {
    this.tags = tags;
  }

  @Override
  public Access access(Call call, UntagResourceInput input) {
    return TableAccess.to(tags.tables(), call, name(), input.resourceArn());
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceInput input) {
    tags.remove(call.scope(), input.resourceArn(), input.tagKeys());
    return new UntagResourceResponse();
  }
}
