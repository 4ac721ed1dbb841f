package brume.dynamodb.operation.stream;

import static brume.model.dynamodbstreams.DynamoDbStreamsError.EXPIRED_ITERATOR_EXCEPTION;

import brume.dynamodb.stream.SequenceNumber;
import brume.dynamodb.stream.ShardIterator;
import brume.dynamodb.stream.StreamRecords;
import brume.dynamodb.stream.Streams;
import brume.model.dynamodbstreams.GetRecordsInput;
import brume.model.dynamodbstreams.GetRecordsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import brume.shape.ServiceException;

/// Reads records of a shard in order: 1,000 at most, and about 1 MB.
public final class GetRecords implements Operation<GetRecordsInput, GetRecordsOutput> {
  /// Source: Amazon DynamoDB API reference, "GetRecords".
  private static final int MAX_RECORDS = 1000;

  private static final int MAX_BYTES = 1 << 20;

  private final Streams streams;

  public GetRecords(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Access access(Call call, GetRecordsInput input) {
    return StreamAccess.to(name(), iterator(input).stream());
  }

  @Override
  public GetRecordsOutput run(Call call, GetRecordsInput input) {
    var iterator = iterator(input);
    if (iterator.isExpired(call.now())) {
      throw EXPIRED_ITERATOR_EXCEPTION.because("Iterator expired.");
    }
    var name = StreamAccess.name(iterator.stream());
    var stream = StreamAccess.stream(streams, name);
    var shard = StreamAccess.shard(stream, iterator.shard());
    int limit = input.limit() == null ? MAX_RECORDS : Math.min(input.limit(), MAX_RECORDS);
    var page = streams.read(name, iterator.shard(), iterator.from(), limit, MAX_BYTES);
    var ending = StreamAccess.ending(shard);
    boolean isRead =
        ending != null && page.next() > SequenceNumber.parse(ending).orElse(Long.MAX_VALUE);
    var next = new ShardIterator(iterator.stream(), iterator.shard(), page.next(), call.now());
    return GetRecordsOutput.builder()
        .records(StreamRecords.of(name, stream, page.records()))
        .nextShardIterator(isRead ? null : next.encode())
        .build();
  }

  private static ShardIterator iterator(GetRecordsInput input) {
    var iterator = ShardIterator.decode(input.shardIterator());
    if (iterator == null) {
      throw invalid();
    }
    return iterator;
  }

  private static ServiceException invalid() {
    return CommonError.VALIDATION.because("Invalid ShardIterator");
  }
}
