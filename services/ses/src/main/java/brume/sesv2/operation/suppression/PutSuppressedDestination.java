package brume.sesv2.operation.suppression;

import brume.model.sesv2.PutSuppressedDestinationRequest;
import brume.model.sesv2.PutSuppressedDestinationResponse;
import brume.model.sesv2.SuppressedDestination;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Suppressions;
import brume.ses.identity.IdentityName;
import brume.ses.refusal.Api;

/// Puts an address on the suppression list.
public final class PutSuppressedDestination
    implements Operation<PutSuppressedDestinationRequest, PutSuppressedDestinationResponse> {
  private final Suppressions suppressions;

  public PutSuppressedDestination(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  @Override
  public Access access(Call call, PutSuppressedDestinationRequest input) {
    return Access.toAny("ses:PutSuppressedDestination");
  }

  @Override
  public PutSuppressedDestinationResponse run(Call call, PutSuppressedDestinationRequest input) {
    var address = IdentityName.address(input.emailAddress(), Api.V2);
    suppressions.put(
        call.scope(), new SuppressedDestination(null, address, call.now(), input.reason()));
    return new PutSuppressedDestinationResponse();
  }
}
