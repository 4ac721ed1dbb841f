package brume.cloudwatch.operation;

import brume.cloudwatch.data.Datapoints;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.PutMetricDataInput;
import brume.model.cloudwatch.PutMetricDataResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Stores measured values.
public final class PutMetricData implements Operation<PutMetricDataInput, PutMetricDataResponse> {
  private static final String RESERVED = "AWS/";

  private final Datapoints datapoints;

  public PutMetricData(Datapoints datapoints) {
    this.datapoints = datapoints;
  }

  @Override
  public Access access(Call call, PutMetricDataInput input) {
    return Access.toAny("cloudwatch:PutMetricData")
        .where("cloudwatch:namespace", input.namespace());
  }

  @Override
  public PutMetricDataResponse run(Call call, PutMetricDataInput input) {
    Lacking.refuse("EntityMetricData", input.entityMetricData() != null);
    if (input.namespace().startsWith(RESERVED)) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The value " + RESERVED + " for parameter Namespace is invalid.");
    }
    datapoints.add(call.scope(), Data.samples(input, call.now()));
    return new PutMetricDataResponse();
  }
}
