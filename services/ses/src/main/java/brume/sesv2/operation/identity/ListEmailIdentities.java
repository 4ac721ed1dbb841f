package brume.sesv2.operation.identity;

import brume.model.sesv2.ListEmailIdentitiesRequest;
import brume.model.sesv2.ListEmailIdentitiesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;

/// Lists identities by their names, 1000 at most at a time.
public final class ListEmailIdentities
    implements Operation<ListEmailIdentitiesRequest, ListEmailIdentitiesResponse> {
  private static final int MAX_PAGE = 1000;

  private final Identities identities;

  public ListEmailIdentities(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, ListEmailIdentitiesRequest input) {
    return Access.toAny("ses:ListEmailIdentities");
  }

  @Override
  public ListEmailIdentitiesResponse run(Call call, ListEmailIdentitiesRequest input) {
    int limit = input.pageSize() == null ? MAX_PAGE : Math.clamp(input.pageSize(), 1, MAX_PAGE);
    var page = identities.page(call.scope(), input.nextToken(), limit);
    return new ListEmailIdentitiesResponse(
        page.items().stream().map(Shown::of).toList(), page.next());
  }
}
