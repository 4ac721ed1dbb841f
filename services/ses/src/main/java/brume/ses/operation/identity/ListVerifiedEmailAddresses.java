package brume.ses.operation.identity;

import brume.model.ses.ListVerifiedEmailAddressesRequest;
import brume.model.ses.ListVerifiedEmailAddressesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;

/// Lists the addresses that mail may come from.
public final class ListVerifiedEmailAddresses
    implements Operation<ListVerifiedEmailAddressesRequest, ListVerifiedEmailAddressesResponse> {
  private final Identities identities;

  public ListVerifiedEmailAddresses(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, ListVerifiedEmailAddressesRequest input) {
    return Access.toAny("ses:ListVerifiedEmailAddresses");
  }

  @Override
  public ListVerifiedEmailAddressesResponse run(
      Call call, ListVerifiedEmailAddressesRequest input) {
    var addresses =
        identities.all(call.scope()).stream()
            .filter(identity -> identity.verified() && !identity.isDomain())
            .map(Identity::name)
            .toList();
    return new ListVerifiedEmailAddressesResponse(addresses);
  }
}
