package brume.sts.operation;

import brume.model.sts.GetCallerIdentityRequest;
import brume.model.sts.GetCallerIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says who calls. Nobody can be denied it.
public final class GetCallerIdentity
    implements Operation<GetCallerIdentityRequest, GetCallerIdentityResponse> {
  @Override
  public Access access(Call call, GetCallerIdentityRequest input) {
    return Access.VERIFIED_CALLER;
  }

  @Override
  public GetCallerIdentityResponse run(Call call, GetCallerIdentityRequest input) {
    var caller = call.caller();
    return new GetCallerIdentityResponse(caller.account(), caller.arn(), caller.userId());
  }
}
