package brume.sesv2.operation.identity;

import brume.model.sesv2.PutEmailIdentityConfigurationSetAttributesRequest;
import brume.model.sesv2.PutEmailIdentityConfigurationSetAttributesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;
import brume.ses.refusal.Api;

/// Gives an identity the configuration set of messages that name none, or takes it away.
public final class PutEmailIdentityConfigurationSetAttributes
    implements Operation<
        PutEmailIdentityConfigurationSetAttributesRequest,
        PutEmailIdentityConfigurationSetAttributesResponse> {
  private final Identities identities;
  private final ConfigurationSets sets;

  public PutEmailIdentityConfigurationSetAttributes(Identities identities, ConfigurationSets sets) {
    this.identities = identities;
    this.sets = sets;
  }

  @Override
  public Access access(Call call, PutEmailIdentityConfigurationSetAttributesRequest input) {
    return Access.to(
        "ses:PutEmailIdentityConfigurationSetAttributes",
        Identity.arn(call.scope(), input.emailIdentity()));
  }

  @Override
  public PutEmailIdentityConfigurationSetAttributesResponse run(
      Call call, PutEmailIdentityConfigurationSetAttributesRequest input) {
    var set = input.configurationSetName();
    if (set != null) {
      var _ = sets.get(call.scope(), set, Api.V2);
    }
    identities.changeExisting(
        call.scope(),
        input.emailIdentity(),
        Api.V2,
        identity -> identity.withConfigurationSet(set));
    return new PutEmailIdentityConfigurationSetAttributesResponse();
  }
}
