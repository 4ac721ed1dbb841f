package brume.lambda.source;

import brume.json.Json;
import brume.model.dynamodbstreams.Record;
import brume.wire.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/// A record of a DynamoDB stream as functions get it.
///
/// Source: AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB", example event.
///
/// @param key the item's, which decides the order that is kept
record StreamItem(String sequenceNumber, Instant created, String key, Json.Obj event) {
  static StreamItem of(Record record, String streamArn) {
    var change = Objects.requireNonNull(record.dynamodb());
    var created = Objects.requireNonNullElse(change.approximateCreationDateTime(), Instant.EPOCH);
    var json = (Json.Obj) Json.parse(new String(JsonWriter.write(record), StandardCharsets.UTF_8));
    var dynamodb =
        ((Json.Obj) Objects.requireNonNull(json.get("dynamodb")))
            .with("ApproximateCreationDateTime", Json.of(created.getEpochSecond()));
    var event = json.with("dynamodb", dynamodb).with("eventSourceARN", Json.of(streamArn));
    var identity = record.userIdentity();
    if (identity != null) {
      event =
          event.with(
              "userIdentity",
              Json.object(
                  "principalId", Json.of(identity.principalId()),
                  "type", Json.of(identity.type())));
    }
    return new StreamItem(
        Objects.requireNonNull(change.sequenceNumber()),
        created,
        String.valueOf(dynamodb.get("Keys")),
        event);
  }
}
