package brume.ses.operation.identity;

import brume.model.ses.GetIdentityVerificationAttributesRequest;
import brume.model.ses.GetIdentityVerificationAttributesResponse;
import brume.model.ses.IdentityVerificationAttributes;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;
import brume.ses.identity.IdentityName;
import brume.ses.refusal.Api;
import java.util.LinkedHashMap;

/// Tells for each of the identities whether it is verified; says nothing of those that are not
/// there.
public final class GetIdentityVerificationAttributes
    implements Operation<
        GetIdentityVerificationAttributesRequest, GetIdentityVerificationAttributesResponse> {
  private final Identities identities;

  public GetIdentityVerificationAttributes(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, GetIdentityVerificationAttributesRequest input) {
    return Access.toAny("ses:GetIdentityVerificationAttributes");
  }

  @Override
  public GetIdentityVerificationAttributesResponse run(
      Call call, GetIdentityVerificationAttributesRequest input) {
    var attributes = new LinkedHashMap<String, IdentityVerificationAttributes>();
    for (var name : input.identities()) {
      var identity = identities.find(call.scope(), IdentityName.of(name, Api.V1));
      if (identity != null) {
        attributes.put(name, attributes(identity));
      }
    }
    return new GetIdentityVerificationAttributesResponse(attributes);
  }

  private static IdentityVerificationAttributes attributes(Identity identity) {
    return IdentityVerificationAttributes.builder()
        .verificationStatus(identity.verified() ? "Success" : "Pending")
        .verificationToken(identity.isDomain() ? identity.publicToken() : null)
        .build();
  }
}
