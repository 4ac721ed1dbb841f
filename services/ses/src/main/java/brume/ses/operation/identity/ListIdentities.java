package brume.ses.operation.identity;

import brume.model.ses.ListIdentitiesRequest;
import brume.model.ses.ListIdentitiesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;

/// Lists identities of one type or both, verified or not, 1000 at most at a time.
public final class ListIdentities
    implements Operation<ListIdentitiesRequest, ListIdentitiesResponse> {
  private static final int MAX_PAGE = 1000;

  private final Identities identities;

  public ListIdentities(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, ListIdentitiesRequest input) {
    return Access.toAny("ses:ListIdentities");
  }

  @Override
  public ListIdentitiesResponse run(Call call, ListIdentitiesRequest input) {
    int limit = input.maxItems() == null ? MAX_PAGE : Math.clamp(input.maxItems(), 1, MAX_PAGE);
    var page = identities.page(call.scope(), input.nextToken(), limit);
    var type = input.identityType();
    var names =
        page.items().stream()
            .filter(identity -> type == null || identity.isDomain() == type.equals("Domain"))
            .map(Identity::name)
            .toList();
    return new ListIdentitiesResponse(names, page.next());
  }
}
