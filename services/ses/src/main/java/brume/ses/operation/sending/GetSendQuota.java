package brume.ses.operation.sending;

import brume.model.ses.GetSendQuotaRequest;
import brume.model.ses.GetSendQuotaResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Settings;
import brume.ses.data.Statistics;

/// Tells how much may be sent and was.
public final class GetSendQuota implements Operation<GetSendQuotaRequest, GetSendQuotaResponse> {
  private final Settings settings;
  private final Statistics statistics;

  public GetSendQuota(Settings settings, Statistics statistics) {
    this.settings = settings;
    this.statistics = statistics;
  }

  @Override
  public Access access(Call call, GetSendQuotaRequest input) {
    return Access.toAny("ses:GetSendQuota");
  }

  @Override
  public GetSendQuotaResponse run(Call call, GetSendQuotaRequest input) {
    long sent = statistics.sentInDay(call.scope(), call.now());
    var quota = settings.quota(call.scope());
    return new GetSendQuotaResponse((double) quota.inDay(), (double) quota.rate(), (double) sent);
  }
}
