package brume.s3.notification;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;

import brume.base.Arn;
import brume.base.Bytes;
import brume.identity.Principal;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.LambdaModel;
import brume.model.sns.PublishInput;
import brume.model.sns.SnsModel;
import brume.model.sqs.SendMessageRequest;
import brume.model.sqs.SqsModel;
import brume.s3.bucket.Bucket;
import brume.s3.refusal.Detail;
import brume.service.Call;
import brume.service.CommonError;
import brume.shape.ServiceException;
import org.jspecify.annotations.Nullable;

/// A function, a queue or a topic that hears of events, as S3 itself reaches it: its own policy
/// decides whether it may.
///
/// @param source the bucket
public record Destination(Arn arn, Arn source) {
  private static final Principal.Service S3 = new Principal.Service("s3.amazonaws.com");
  private static final String SUBJECT = "Amazon S3 Notification";

  static Destination of(String arn, String bucket) {
    return new Destination(
        Arn.parse(arn).orElseThrow(), Arn.parse(Bucket.arn(bucket)).orElseThrow());
  }

  /// Throws when the destination does not take what this bucket sends. Queues and topics get a
  /// message that says so, functions are not run.
  public static void check(Call call, Bucket bucket, Subscription subscription) {
    var destination = of(subscription.arn(), bucket.name());
    try {
      if (destination.arn.service().equals("lambda")) {
        destination.invoke(call, "DryRun", null);
      } else {
        destination.send(call, EventMessage.test(bucket, call.requestId(), call.now()).print());
      }
    } catch (ServiceException refused) {
      if (refused.error() == CommonError.NOT_IMPLEMENTED) {
        throw refused;
      }
      throw INVALID_ARGUMENT.because(
          "Unable to validate the following destination configurations",
          Detail.of(
              "ArgumentName1", subscription.arn(), "ArgumentValue1", destination.reason(refused)));
    }
  }

  private String reason(ServiceException refused) {
    boolean denied = refused.error() == CommonError.ACCESS_DENIED;
    return switch (arn.service()) {
      case "lambda" ->
          denied
              ? "Not authorized to invoke function [" + arn + ']'
              : "The destination Lambda does not exist";
      case "sqs" ->
          denied
              ? "Permissions on the destination queue do not allow S3 to publish notifications from"
                  + " this bucket"
              : "The destination queue does not exist";
      default ->
          denied
              ? "Permissions on the destination topic do not allow S3 to publish notifications from"
                  + " this bucket"
              : "The destination topic does not exist";
    };
  }

  void send(Call call, String message) {
    switch (arn.service()) {
      case "lambda" -> invoke(call, "Event", Bytes.utf8(message));
      case "sqs" ->
          call.as(S3, source)
              .invoke(
                  SqsModel.SEND_MESSAGE,
                  SendMessageRequest.builder()
                      .queueUrl(call.endpoint().url() + '/' + arn.account() + '/' + arn.resource())
                      .messageBody(message)
                      .build());
      default ->
          call.as(S3, source)
              .invoke(
                  SnsModel.PUBLISH,
                  PublishInput.builder()
                      .topicArn(arn.toString())
                      .subject(SUBJECT)
                      .message(message)
                      .build());
    }
  }

  private void invoke(Call call, String type, @Nullable Bytes payload) {
    call.as(S3, source)
        .invoke(
            LambdaModel.INVOKE,
            InvocationRequest.builder()
                .functionName(arn.toString())
                .invocationType(type)
                .payload(payload)
                .build());
  }
}
