package brume.sts.operation;

import static brume.model.sts.StsError.VALIDATION_ERROR;

import brume.identity.AccessKeyIds;
import brume.model.sts.GetAccessKeyInfoRequest;
import brume.model.sts.GetAccessKeyInfoResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says which account an access key id belongs to, which the id itself tells.
public final class GetAccessKeyInfo
    implements Operation<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse> {
  @Override
  public Access access(Call call, GetAccessKeyInfoRequest input) {
    return Access.toAny("sts:GetAccessKeyInfo");
  }

  @Override
  public GetAccessKeyInfoResponse run(Call call, GetAccessKeyInfoRequest input) {
    var account = AccessKeyIds.accountOf(input.accessKeyId());
    if (account.isEmpty()) {
      throw VALIDATION_ERROR.because("Invalid access key id: " + input.accessKeyId());
    }
    return new GetAccessKeyInfoResponse(account);
  }
}
