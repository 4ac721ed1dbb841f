package brume.sesv2.operation.suppression;

import brume.model.sesv2.DeleteSuppressedDestinationRequest;
import brume.model.sesv2.DeleteSuppressedDestinationResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Suppressions;

/// Takes an address off the suppression list.
public final class DeleteSuppressedDestination
    implements Operation<DeleteSuppressedDestinationRequest, DeleteSuppressedDestinationResponse> {
  private final Suppressions suppressions;

  public DeleteSuppressedDestination(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  @Override
  public Access access(Call call, DeleteSuppressedDestinationRequest input) {
    return Access.toAny("ses:DeleteSuppressedDestination");
  }

  @Override
  public DeleteSuppressedDestinationResponse run(
      Call call, DeleteSuppressedDestinationRequest input) {
    if (!suppressions.delete(call.scope(), input.emailAddress())) {
      throw Missing.address(input.emailAddress());
    }
    return new DeleteSuppressedDestinationResponse();
  }
}
