package brume.lambda.source;

import brume.base.Arn;
import brume.json.Json;
import brume.model.sqs.Message;
import brume.model.sqs.MessageAttributeValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A message as functions get it.
///
/// Source: AWS Lambda Developer Guide, "Using Lambda with Amazon SQS", example events.
record QueueItem(String messageId, String receiptHandle, Json.Obj event) {
  static QueueItem of(Message message, Arn queue) {
    var id = Objects.requireNonNull(message.messageId());
    var handle = Objects.requireNonNull(message.receiptHandle());
    var event =
        Json.object(
            "messageId", Json.of(id),
            "receiptHandle", Json.of(handle),
            "body", Json.of(message.body()),
            "attributes", attributes(message.attributes()),
            "messageAttributes", messageAttributes(message.messageAttributes()),
            "md5OfBody", Json.of(message.md5OfBody()),
            "eventSource", Json.of("aws:sqs"),
            "eventSourceARN", Json.of(queue.toString()),
            "awsRegion", Json.of(queue.region()));
    var md5 = message.md5OfMessageAttributes();
    return new QueueItem(
        id, handle, md5 == null ? event : event.with("md5OfMessageAttributes", Json.of(md5)));
  }

  private static Json attributes(@Nullable Map<String, String> all) {
    var texts = new LinkedHashMap<String, Json>();
    if (all != null) {
      all.forEach((name, value) -> texts.put(name, Json.of(value)));
    }
    return new Json.Obj(texts);
  }

  private static Json messageAttributes(@Nullable Map<String, MessageAttributeValue> all) {
    var attributes = new LinkedHashMap<String, Json>();
    if (all != null) {
      all.forEach((name, value) -> attributes.put(name, attribute(value)));
    }
    return new Json.Obj(attributes);
  }

  private static Json attribute(MessageAttributeValue value) {
    var attribute = new LinkedHashMap<String, Json>();
    if (value.stringValue() != null) {
      attribute.put("stringValue", Json.of(value.stringValue()));
    }
    if (value.binaryValue() != null) {
      attribute.put("binaryValue", Json.of(value.binaryValue().toBase64()));
    }
    attribute.put("stringListValues", Json.Arr.EMPTY);
    attribute.put("binaryListValues", Json.Arr.EMPTY);
    attribute.put("dataType", Json.of(value.dataType()));
    return new Json.Obj(attribute);
  }
}
