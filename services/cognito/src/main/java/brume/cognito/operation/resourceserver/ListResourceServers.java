package brume.cognito.operation.resourceserver;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.ListResourceServersRequest;
import brume.model.cognitoidp.ListResourceServersResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the resource servers of a pool.
final class ListResourceServers
    implements Operation<ListResourceServersRequest, ListResourceServersResponse> {
  private static final int MAX_PAGE = 50;

  private final Directory directory;

  ListResourceServers(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListResourceServersRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public ListResourceServersResponse run(Call call, ListResourceServersRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    int limit = input.maxResults() == null ? MAX_PAGE : input.maxResults();
    var page = directory.resourceServers().list(pool, input.nextToken(), limit);
    return new ListResourceServersResponse(page.next(), page.items());
  }
}
