package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.TableTags;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.ListTagsOfResourceInput;
import brume.model.dynamodb.ListTagsOfResourceOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a table: all of them, since there are 50 at most.
public final class ListTagsOfResource
    implements Operation<ListTagsOfResourceInput, ListTagsOfResourceOutput> {
  private final TableTags tags;

  public ListTagsOfResource(TableTags tags) {
    this.tags = tags;
  }

  @Override
  public Access access(Call call, ListTagsOfResourceInput input) {
    return TableAccess.to(tags.tables(), call, name(), input.resourceArn());
  }

  @Override
  public ListTagsOfResourceOutput run(Call call, ListTagsOfResourceInput input) {
    return ListTagsOfResourceOutput.builder()
        .tags(tags.of(call.scope(), input.resourceArn()))
        .build();
  }
}
