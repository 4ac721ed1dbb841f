package brume.sesv2.operation.suppression;

import brume.model.sesv2.GetSuppressedDestinationRequest;
import brume.model.sesv2.GetSuppressedDestinationResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Suppressions;

/// Tells why an address gets no mail.
public final class GetSuppressedDestination
    implements Operation<GetSuppressedDestinationRequest, GetSuppressedDestinationResponse> {
  private final Suppressions suppressions;

  public GetSuppressedDestination(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  @Override
  public Access access(Call call, GetSuppressedDestinationRequest input) {
    return Access.toAny("ses:GetSuppressedDestination");
  }

  @Override
  public GetSuppressedDestinationResponse run(Call call, GetSuppressedDestinationRequest input) {
    var found = suppressions.find(call.scope(), input.emailAddress());
    if (found == null) {
      throw Missing.address(input.emailAddress());
    }
    return new GetSuppressedDestinationResponse(found);
  }
}
