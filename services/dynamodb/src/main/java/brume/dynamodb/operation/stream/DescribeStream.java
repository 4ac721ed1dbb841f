package brume.dynamodb.operation.stream;

import brume.dynamodb.stream.Streams;
import brume.model.dynamodbstreams.DescribeStreamInput;
import brume.model.dynamodbstreams.DescribeStreamOutput;
import brume.model.dynamodbstreams.Shard;
import brume.model.dynamodbstreams.ShardFilter;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Describes a stream and its shards, 100 at most at a time, in the order of their making.
public final class DescribeStream implements Operation<DescribeStreamInput, DescribeStreamOutput> {
  private static final int MAX_SHARDS = 100;

  private final Streams streams;

  public DescribeStream(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Access access(Call call, DescribeStreamInput input) {
    return StreamAccess.to(name(), input.streamArn());
  }

  @Override
  public DescribeStreamOutput run(Call call, DescribeStreamInput input) {
    var stream = StreamAccess.stream(streams, StreamAccess.name(input.streamArn()));
    int limit = input.limit() == null ? MAX_SHARDS : Math.min(input.limit(), MAX_SHARDS);
    var wanted = wanted(StreamAccess.shards(stream), input.shardFilter());
    int from = from(wanted, input.exclusiveStartShardId());
    int to = Math.min(wanted.size(), from + limit);
    return new DescribeStreamOutput(
        stream.toBuilder()
            .shards(wanted.subList(from, to))
            .lastEvaluatedShardId(to < wanted.size() ? wanted.get(to - 1).shardId() : null)
            .build());
  }

  private static List<Shard> wanted(List<Shard> shards, @Nullable ShardFilter filter) {
    if (filter == null || filter.type() == null) {
      return shards;
    }
    if (filter.shardId() == null) {
      throw CommonError.VALIDATION.because("ShardFilter of type CHILD_SHARDS requires a ShardId");
    }
    return shards.stream().filter(shard -> filter.shardId().equals(shard.parentShardId())).toList();
  }

  private static int from(List<Shard> shards, @Nullable String start) {
    for (int i = 0; start != null && i < shards.size(); i++) {
      if (start.equals(shards.get(i).shardId())) {
        return i + 1;
      }
    }
    return 0;
  }
}
