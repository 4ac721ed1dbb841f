package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.ListGroupsRequest;
import brume.model.cognitoidp.ListGroupsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the groups of a pool.
final class ListGroups implements Operation<ListGroupsRequest, ListGroupsResponse> {
  private static final int MAX_PAGE = 60;

  private final Directory directory;

  ListGroups(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListGroupsRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public ListGroupsResponse run(Call call, ListGroupsRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    int limit =
        input.limit() == null || input.limit() == 0 ? MAX_PAGE : Math.min(input.limit(), MAX_PAGE);
    var page = directory.groups().list(pool, input.nextToken(), limit);
    return new ListGroupsResponse(page.items(), page.next());
  }
}
