package brume.lambda.source;

import brume.json.Json;
import brume.lambda.function.EventRules;
import brume.lambda.invoke.Invoker;
import brume.service.Call;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a destination is told of records that were given up: where to find them, not what they are.
///
/// Source: AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB", destinations for
/// failed invocations.
record Discarded(
    Subject subject, String shard, List<StreamItem> items, int runs, String condition) {
  private static final int OK = 200;

  Json.Obj json(Call call, Invoker.@Nullable Result result) {
    var record =
        Json.object(
            "requestContext",
            Json.object(
                "requestId", Json.of(call.requestId()),
                "functionArn", Json.of(EventRules.target(subject.function()).arn().toString()),
                "condition", Json.of(condition),
                "approximateInvokeCount", Json.of(runs)),
            "version",
            Json.of("1.0"),
            "timestamp",
            Json.of(call.platform().clock().instant().truncatedTo(ChronoUnit.MILLIS).toString()),
            "DDBStreamBatchInfo",
            batch());
    return result == null ? record : record.with("responseContext", response(result));
  }

  private static Json response(Invoker.Result result) {
    var context =
        Json.object("statusCode", Json.of(OK), "executedVersion", Json.of(result.version()));
    return result.errorType() == null
        ? context
        : context.with("functionError", Json.of("Unhandled"));
  }

  private Json batch() {
    var first = items.getFirst();
    var last = items.getLast();
    return Json.object(
        "shardId", Json.of(shard),
        "startSequenceNumber", Json.of(first.sequenceNumber()),
        "endSequenceNumber", Json.of(last.sequenceNumber()),
        "approximateArrivalOfFirstRecord", Json.of(first.created().toString()),
        "approximateArrivalOfLastRecord", Json.of(last.created().toString()),
        "batchSize", Json.of(items.size()),
        "streamArn", Json.of(subject.source().toString()));
  }
}
