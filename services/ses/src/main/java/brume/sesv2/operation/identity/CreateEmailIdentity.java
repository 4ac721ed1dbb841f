package brume.sesv2.operation.identity;

import brume.model.sesv2.CreateEmailIdentityRequest;
import brume.model.sesv2.CreateEmailIdentityResponse;
import brume.model.sesv2.SeSv2Error;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.data.Identities;
import brume.ses.data.Tagged;
import brume.ses.identity.Identity;
import brume.ses.identity.IdentityName;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;

/// Asks the owner of an address or a domain, by a mail with a link, whether mail may come from it.
public final class CreateEmailIdentity
    implements Operation<CreateEmailIdentityRequest, CreateEmailIdentityResponse> {
  private final Identities identities;
  private final ConfigurationSets sets;

  public CreateEmailIdentity(Identities identities, ConfigurationSets sets) {
    this.identities = identities;
    this.sets = sets;
  }

  @Override
  public Access access(Call call, CreateEmailIdentityRequest input) {
    var access =
        Access.to("ses:CreateEmailIdentity", Identity.arn(call.scope(), input.emailIdentity()));
    var tags = input.tags();
    return tags == null || tags.isEmpty()
        ? access
        : access.and(
            Access.to("ses:TagResource", Identity.arn(call.scope(), input.emailIdentity())));
  }

  @Override
  public CreateEmailIdentityResponse run(Call call, CreateEmailIdentityRequest input) {
    Honoured.refuse("DkimSigningAttributes", input.dkimSigningAttributes());
    var name = IdentityName.of(input.emailIdentity(), Api.V2);
    if (input.configurationSetName() != null) {
      var _ = sets.get(call.scope(), input.configurationSetName(), Api.V2);
    }
    if (identities.find(call.scope(), name) != null) {
      throw SeSv2Error.ALREADY_EXISTS_EXCEPTION.because(
          "Email identity " + name + " already exist.");
    }
    var identity =
        identities.invite(
            call,
            name,
            Api.V2,
            made ->
                made.withTags(Tagged.map(input.tags()))
                    .withConfigurationSet(input.configurationSetName()));
    return CreateEmailIdentityResponse.builder()
        .identityType(Shown.type(identity))
        .verifiedForSendingStatus(identity.verified())
        .build();
  }
}
