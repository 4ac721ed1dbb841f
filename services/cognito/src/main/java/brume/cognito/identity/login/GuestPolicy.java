package brume.cognito.identity.login;

import brume.json.Json;
import java.util.List;

/// What guests may do at most, whatever their role allows.
///
/// Source: Amazon Cognito Developer Guide, "IAM roles", access policies for unauthenticated
/// identities in the enhanced flow.
final class GuestPolicy {
  private static final List<String> SERVICES =
      List.of(
          "appsync",
          "cloudwatch",
          "cognito-identity",
          "cognito-idp",
          "cognito-sync",
          "comprehend",
          "dynamodb",
          "execute-api",
          "firehose",
          "gamelift",
          "iot",
          "kinesis",
          "lambda",
          "lex",
          "logs",
          "machinelearning",
          "mobileanalytics",
          "mobiletargeting",
          "personalize",
          "polly",
          "rekognition",
          "s3",
          "scs",
          "ses",
          "sns",
          "sqs",
          "transcribe",
          "translate");

  static final String DOCUMENT =
      Json.object(
              "Version",
              Json.of("2012-10-17"),
              "Statement",
              Json.array(
                  Json.object(
                      "Effect",
                      Json.of("Allow"),
                      "Action",
                      new Json.Arr(
                          SERVICES.stream().map(service -> Json.of(service + ":*")).toList()),
                      "Resource",
                      Json.of("*"))))
          .print();

  private GuestPolicy() {}
}
