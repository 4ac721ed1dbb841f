package brume.dynamodb.operation.stream;

import brume.dynamodb.catalog.TableName;
import brume.dynamodb.stream.Streams;
import brume.model.dynamodbstreams.ListStreamsInput;
import brume.model.dynamodbstreams.ListStreamsOutput;
import brume.model.dynamodbstreams.Stream;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists streams, those that have ended and are not trimmed yet among them, 100 at most at a time.
public final class ListStreams implements Operation<ListStreamsInput, ListStreamsOutput> {
  private static final int MAX_STREAMS = 100;

  private final Streams streams;

  public ListStreams(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Access access(Call call, ListStreamsInput input) {
    return Access.toAny("dynamodb:ListStreams");
  }

  @Override
  public ListStreamsOutput run(Call call, ListStreamsInput input) {
    int limit = input.limit() == null ? MAX_STREAMS : Math.min(input.limit(), MAX_STREAMS);
    var table =
        input.tableName() == null ? null : TableName.of(call.scope(), input.tableName()).name();
    var start = input.exclusiveStartStreamArn();
    var all =
        streams.list(call.scope(), table).stream()
            .filter(each -> start == null || String.valueOf(each.streamArn()).compareTo(start) > 0)
            .map(each -> new Stream(each.streamArn(), each.streamLabel(), each.tableName()))
            .toList();
    boolean hasMore = all.size() > limit;
    var shown = hasMore ? all.subList(0, limit) : all;
    return ListStreamsOutput.builder()
        .streams(shown)
        .lastEvaluatedStreamArn(hasMore ? shown.getLast().streamArn() : null)
        .build();
  }
}
