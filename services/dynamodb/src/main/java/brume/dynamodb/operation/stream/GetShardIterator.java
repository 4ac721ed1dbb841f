package brume.dynamodb.operation.stream;

import static brume.model.dynamodbstreams.DynamoDbStreamsError.TRIMMED_DATA_ACCESS_EXCEPTION;

import brume.dynamodb.stream.SequenceNumber;
import brume.dynamodb.stream.ShardIterator;
import brume.dynamodb.stream.StreamName;
import brume.dynamodb.stream.Streams;
import brume.model.dynamodbstreams.GetShardIteratorInput;
import brume.model.dynamodbstreams.GetShardIteratorOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;

/// Gives out a place in a shard to read from.
public final class GetShardIterator
    implements Operation<GetShardIteratorInput, GetShardIteratorOutput> {
  private final Streams streams;

  public GetShardIterator(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Access access(Call call, GetShardIteratorInput input) {
    return StreamAccess.to(name(), input.streamArn());
  }

  @Override
  public GetShardIteratorOutput run(Call call, GetShardIteratorInput input) {
    var name = StreamAccess.name(input.streamArn());
    StreamAccess.shard(StreamAccess.stream(streams, name), input.shardId());
    boolean needsNumber = input.shardIteratorType().endsWith("_SEQUENCE_NUMBER");
    if (!needsNumber && input.sequenceNumber() != null) {
      throw CommonError.VALIDATION.because(
          "SequenceNumber cannot be specified for ShardIteratorType " + input.shardIteratorType());
    }
    long from =
        switch (input.shardIteratorType()) {
          case "TRIM_HORIZON" -> 0;
          case "LATEST" -> streams.settled();
          case "AT_SEQUENCE_NUMBER" -> number(input, name);
          default -> number(input, name) + 1;
        };
    var iterator = new ShardIterator(name.arn(), input.shardId(), from, call.now());

    return new GetShardIteratorOutput(iterator.encode());
  }

  private long number(GetShardIteratorInput input, StreamName name) {
    if (input.sequenceNumber() == null) {
      throw CommonError.VALIDATION.because(
          "SequenceNumber must be specified for ShardIteratorType " + input.shardIteratorType());
    }
    long number =
        SequenceNumber.parse(input.sequenceNumber())
            .orElseThrow(
                () ->
                    CommonError.VALIDATION.because(
                        "Invalid SequenceNumber: " + input.sequenceNumber()));
    if (streams.last(name, input.shardId(), number) < 0) {
      throw TRIMMED_DATA_ACCESS_EXCEPTION.because(
          "The operation attempted to read past the oldest stream record in a shard");
    }
    return number;
  }
}
