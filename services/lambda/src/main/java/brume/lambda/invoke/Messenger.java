package brume.lambda.invoke;

import brume.base.Arn;
import brume.base.Bytes;
import brume.json.Json;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.LambdaModel;
import brume.model.sns.PublishInput;
import brume.model.sns.SnsModel;
import brume.model.sqs.SendMessageRequest;
import brume.model.sqs.SqsModel;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Endpoint;
import java.util.Map;
import java.util.TreeMap;

/// Sends a record to another service, by its operation.
public final class Messenger {
  private Messenger() {}

  /// Throws what the destination refuses with.
  ///
  /// @param call by the function
  /// @param destination the ARN of a function, a queue or a topic
  public static void send(Call call, String destination, Json record) {
    send(call, destination, Bytes.utf8(record.print()), Map.of());
  }

  /// @param attributes numbers and texts of the message, where there are such
  static void send(Call call, String destination, Bytes text, Map<String, Json> attributes) {
    var arn =
        Arn.parse(destination)
            .orElseThrow(() -> CommonError.VALIDATION.because("No ARN: " + destination));
    switch (arn.service()) {
      case "lambda" ->
          call.invoke(
              LambdaModel.INVOKE,
              InvocationRequest.builder()
                  .functionName(destination)
                  .invocationType("Event")
                  .payload(text)
                  .build());
      case "sqs" ->
          call.invoke(
              SqsModel.SEND_MESSAGE,
              SendMessageRequest.builder()
                  .queueUrl(queueUrl(call.endpoint(), arn))
                  .messageBody(text.toUtf8())
                  .messageAttributes(attributes.isEmpty() ? null : ofMessage(attributes))
                  .build());
      case "sns" ->
          call.invoke(
              SnsModel.PUBLISH,
              PublishInput.builder()
                  .topicArn(destination)
                  .message(text.toUtf8())
                  .messageAttributes(attributes.isEmpty() ? null : ofTopic(attributes))
                  .build());
      default -> throw CommonError.NOT_IMPLEMENTED.because("No destination: " + destination);
    }
  }

  private static Map<String, brume.model.sqs.MessageAttributeValue> ofMessage(
      Map<String, Json> attributes) {
    var values = new TreeMap<String, brume.model.sqs.MessageAttributeValue>();
    attributes.forEach(
        (name, value) ->
            values.put(
                name,
                brume.model.sqs.MessageAttributeValue.builder()
                    .dataType(type(value))
                    .stringValue(value.text())
                    .build()));
    return values;
  }

  private static Map<String, brume.model.sns.MessageAttributeValue> ofTopic(
      Map<String, Json> attributes) {
    var values = new TreeMap<String, brume.model.sns.MessageAttributeValue>();
    attributes.forEach(
        (name, value) ->
            values.put(
                name,
                brume.model.sns.MessageAttributeValue.builder()
                    .dataType(type(value))
                    .stringValue(value.text())
                    .build()));
    return values;
  }

  private static String type(Json value) {
    return value instanceof Json.Num ? "Number" : "String";
  }

  /// Of a queue of this cloud.
  public static String queueUrl(Endpoint endpoint, Arn queue) {
    return endpoint.url() + '/' + queue.account() + '/' + queue.resource();
  }
}
