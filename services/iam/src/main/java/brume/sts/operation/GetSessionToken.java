package brume.sts.operation;

import static brume.model.sts.StsError.ACCESS_DENIED;

import brume.identity.Principal;
import brume.identity.Session;
import brume.model.sts.GetSessionTokenRequest;
import brume.model.sts.GetSessionTokenResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import brume.sts.session.Issuing;
import java.time.Duration;

/// Gives a user, or the owner of an account, temporary credentials of their own.
///
/// Source: STS API reference, "GetSessionToken": 12 hours unless told, an hour at most for owners.
public final class GetSessionToken
    implements Operation<GetSessionTokenRequest, GetSessionTokenResponse> {
  private static final Duration USUAL = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofHours(36);
  private static final Duration OF_ROOT = Duration.ofHours(1);

  private final Issuing issuing;

  public GetSessionToken(Issuing issuing) {
    this.issuing = issuing;
  }

  @Override
  public Access access(Call call, GetSessionTokenRequest input) {
    return Access.VERIFIED_CALLER;
  }

  @Override
  public GetSessionTokenResponse run(Call call, GetSessionTokenRequest input) {
    if (input.serialNumber() != null || input.tokenCode() != null) {
      throw CommonError.NOT_IMPLEMENTED.because("Brume's STS does not have MFA yet");
    }
    var asked = Issuing.duration(input.durationSeconds(), USUAL, LONGEST);
    var life =
        switch (call.caller()) {
          case Principal.User _ -> asked;
          case Principal.Root _ -> asked.compareTo(OF_ROOT) < 0 ? asked : OF_ROOT;
          default ->
              throw ACCESS_DENIED.because("Cannot call GetSessionToken with session credentials");
        };
    if (call.context().session() != null) {
      throw ACCESS_DENIED.because("Cannot call GetSessionToken with session credentials");
    }
    return new GetSessionTokenResponse(
        issuing.issue(call, call.caller(), Session.at(call.now()), life));
  }
}
