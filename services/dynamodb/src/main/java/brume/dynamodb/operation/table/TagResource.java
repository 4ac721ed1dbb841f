package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.TableTags;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.TagResourceInput;
import brume.model.dynamodb.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a table, in place of those with the same keys.
public final class TagResource implements Operation<TagResourceInput, TagResourceResponse> {
  private final TableTags tags;

  public TagResource(TableTags tags) {
    this.tags = tags;
  }

  @Override
  public Access access(Call call, TagResourceInput input) {
    return TableAccess.to(tags.tables(), call, name(), input.resourceArn());
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceInput input) {
    tags.add(call.scope(), input.resourceArn(), input.tags());
    return new TagResourceResponse();
  }
}
