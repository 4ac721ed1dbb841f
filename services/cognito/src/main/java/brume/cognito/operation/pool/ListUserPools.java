package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.model.cognitoidp.ListUserPoolsRequest;
import brume.model.cognitoidp.ListUserPoolsResponse;
import brume.model.cognitoidp.UserPoolDescriptionType;
import brume.model.cognitoidp.UserPoolType;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the user pools of a region.
final class ListUserPools implements Operation<ListUserPoolsRequest, ListUserPoolsResponse> {
  private final Directory directory;

  ListUserPools(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListUserPoolsRequest input) {
    return Access.toAny("cognito-idp:ListUserPools");
  }

  @Override
  public ListUserPoolsResponse run(Call call, ListUserPoolsRequest input) {
    var page = directory.pools().list(call.scope(), input.nextToken(), input.maxResults());
    return new ListUserPoolsResponse(
        page.next(), page.items().stream().map(ListUserPools::shown).toList());
  }

  private static UserPoolDescriptionType shown(UserPoolType pool) {
    return UserPoolDescriptionType.builder()
        .id(pool.id())
        .name(pool.name())
        .lambdaConfig(pool.lambdaConfig())
        .creationDate(pool.creationDate())
        .lastModifiedDate(pool.lastModifiedDate())
        .build();
  }
}
