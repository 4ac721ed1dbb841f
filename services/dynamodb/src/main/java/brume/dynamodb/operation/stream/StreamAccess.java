package brume.dynamodb.operation.stream;

import static brume.model.dynamodbstreams.DynamoDbStreamsError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.dynamodb.stream.StreamName;
import brume.dynamodb.stream.Streams;
import brume.model.dynamodbstreams.Shard;
import brume.model.dynamodbstreams.StreamDescription;
import brume.service.Access;
import brume.service.CommonError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What callers must be allowed to read a stream, and which stream they mean.
final class StreamAccess {
  private StreamAccess() {}

  static Access to(String action, String arn) {
    return Access.to("dynamodb:" + action, arn);
  }

  static StreamName name(String arn) {
    return StreamName.parse(arn)
        .orElseThrow(() -> CommonError.VALIDATION.because("Invalid StreamArn"));
  }

  static StreamDescription stream(Streams streams, StreamName name) {
    var stream = streams.find(name);
    if (stream == null) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because(
          "Requested resource not found: Stream: " + name.arn() + " not found");
    }
    return stream;
  }

  static List<Shard> shards(StreamDescription stream) {
    return Objects.requireNonNull(stream.shards());
  }

  static Shard shard(StreamDescription stream, String id) {
    for (var shard : shards(stream)) {
      if (id.equals(shard.shardId())) {
        return shard;
      }
    }
    throw RESOURCE_NOT_FOUND_EXCEPTION.because(
        "Requested resource not found: Shard: " + id + " in stream not found");
  }

  static @Nullable String ending(Shard shard) {
    return Objects.requireNonNull(shard.sequenceNumberRange()).endingSequenceNumber();
  }
}
