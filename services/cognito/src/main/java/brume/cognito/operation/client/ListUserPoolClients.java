package brume.cognito.operation.client;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.ListUserPoolClientsRequest;
import brume.model.cognitoidp.ListUserPoolClientsResponse;
import brume.model.cognitoidp.UserPoolClientDescription;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the app clients of a pool.
final class ListUserPoolClients
    implements Operation<ListUserPoolClientsRequest, ListUserPoolClientsResponse> {
  private static final int DEFAULT_PAGE = 60;

  private final Directory directory;

  ListUserPoolClients(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListUserPoolClientsRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public ListUserPoolClientsResponse run(Call call, ListUserPoolClientsRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    int limit = input.maxResults() == null ? DEFAULT_PAGE : input.maxResults();
    var page = directory.clients().list(pool, input.nextToken(), limit);
    var shown =
        page.items().stream()
            .map(
                client ->
                    new UserPoolClientDescription(
                        client.clientId(), client.clientName(), client.userPoolId()))
            .toList();
    return new ListUserPoolClientsResponse(page.next(), shown);
  }
}
