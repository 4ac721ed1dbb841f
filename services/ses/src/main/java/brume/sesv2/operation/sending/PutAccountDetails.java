package brume.sesv2.operation.sending;

import brume.model.sesv2.AccountDetails;
import brume.model.sesv2.PutAccountDetailsRequest;
import brume.model.sesv2.PutAccountDetailsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Settings;

/// Says what the account sends, and moves it into the sandbox or out of it: nobody reviews it here.
public final class PutAccountDetails
    implements Operation<PutAccountDetailsRequest, PutAccountDetailsResponse> {
  private final Settings settings;

  public PutAccountDetails(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Access access(Call call, PutAccountDetailsRequest input) {
    return Access.toAny("ses:PutAccountDetails");
  }

  @Override
  public PutAccountDetailsResponse run(Call call, PutAccountDetailsRequest input) {
    var details =
        AccountDetails.builder()
            .mailType(input.mailType())
            .websiteUrl(input.websiteUrl())
            .contactLanguage(input.contactLanguage())
            .useCaseDescription(input.useCaseDescription())
            .additionalContactEmailAddresses(input.additionalContactEmailAddresses())
            .build();
    settings.setDetails(call.scope(), details, input.productionAccessEnabled());
    return new PutAccountDetailsResponse();
  }
}
