package brume.sesv2.operation.suppression;

import brume.model.sesv2.PutAccountSuppressionAttributesRequest;
import brume.model.sesv2.PutAccountSuppressionAttributesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Settings;
import brume.ses.refusal.Honoured;

/// Says for which reasons addresses get no mail of the account.
public final class PutAccountSuppressionAttributes
    implements Operation<
        PutAccountSuppressionAttributesRequest, PutAccountSuppressionAttributesResponse> {
  private final Settings settings;

  public PutAccountSuppressionAttributes(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Access access(Call call, PutAccountSuppressionAttributesRequest input) {
    return Access.toAny("ses:PutAccountSuppressionAttributes");
  }

  @Override
  public PutAccountSuppressionAttributesResponse run(
      Call call, PutAccountSuppressionAttributesRequest input) {
    Honoured.refuse("ValidationAttributes", input.validationAttributes());
    settings.setSuppressedReasons(call.scope(), input.suppressedReasons());
    return new PutAccountSuppressionAttributesResponse();
  }
}
