package brume.ses.operation.sending;

import brume.model.ses.GetSendStatisticsRequest;
import brume.model.ses.GetSendStatisticsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Statistics;

/// Tells how much was sent in each quarter of an hour of the last two weeks.
public final class GetSendStatistics
    implements Operation<GetSendStatisticsRequest, GetSendStatisticsResponse> {
  private final Statistics statistics;

  public GetSendStatistics(Statistics statistics) {
    this.statistics = statistics;
  }

  @Override
  public Access access(Call call, GetSendStatisticsRequest input) {
    return Access.toAny("ses:GetSendStatistics");
  }

  @Override
  public GetSendStatisticsResponse run(Call call, GetSendStatisticsRequest input) {
    return new GetSendStatisticsResponse(statistics.points(call.scope()));
  }
}
