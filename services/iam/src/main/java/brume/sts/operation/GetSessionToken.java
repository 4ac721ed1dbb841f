package brume.sts.operation;

import static brume.model.sts.StsError.ACCESS_DENIED;

import brume.identity.Session;
import brume.identity.SessionTokens;
import brume.model.sts.GetSessionTokenRequest;
import brume.model.sts.GetSessionTokenResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.sts.session.Issue;
import brume.sts.session.Lifetime;

/// Gives a user temporary credentials for what it may do anyway. No policy can deny it.
public final class GetSessionToken
    implements Operation<GetSessionTokenRequest, GetSessionTokenResponse> {
  private final SessionTokens tokens;

  public GetSessionToken(SessionTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Access access(Call call, GetSessionTokenRequest input) {
    return Access.VERIFIED_CALLER;
  }

  @Override
  public GetSessionTokenResponse run(Call call, GetSessionTokenRequest input) {
    Lacking.refuse("SerialNumber", input.serialNumber());
    Lacking.refuse("TokenCode", input.tokenCode());
    if (call.context().session() != null || call.caller().account().isEmpty()) {
      throw ACCESS_DENIED.because("Cannot call GetSessionToken with session credentials");
    }
    var life = Lifetime.ofToken(input.durationSeconds(), call.caller());
    var issue = Issue.of(tokens, call.caller(), Session.at(call.now()), life);
    return new GetSessionTokenResponse(issue.credentials());
  }
}
