package brume.sesv2.operation.sending;

import brume.model.sesv2.GetAccountRequest;
import brume.model.sesv2.GetAccountResponse;
import brume.model.sesv2.SendQuota;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Settings;
import brume.ses.data.Statistics;

/// Tells how the account sends.
public final class GetAccount implements Operation<GetAccountRequest, GetAccountResponse> {
  private final Settings settings;
  private final Statistics statistics;

  public GetAccount(Settings settings, Statistics statistics) {
    this.settings = settings;
    this.statistics = statistics;
  }

  @Override
  public Access access(Call call, GetAccountRequest input) {
    return Access.toAny("ses:GetAccount");
  }

  @Override
  public GetAccountResponse run(Call call, GetAccountRequest input) {
    long sent = statistics.sentInDay(call.scope(), call.now());
    var quota = settings.quota(call.scope());
    return settings.get(call.scope()).toBuilder()
        .enforcementStatus("HEALTHY")
        .productionAccessEnabled(!settings.isInSandbox(call.scope()))
        .sendQuota(new SendQuota((double) quota.inDay(), (double) quota.rate(), (double) sent))
        .build();
  }
}
