package brume.cognito.message;

import brume.base.Arn;
import brume.cognito.trigger.Triggers;
import brume.json.Json;
import brume.model.sns.MessageAttributeValue;
import brume.model.sns.PublishInput;
import brume.model.sns.SnsModel;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Owed;
import java.util.Map;
import java.util.Objects;

/// Sends the texts that are owed, by `sns:Publish` in the role that the pool names, which decides
/// whether it may.
///
/// Source: Amazon Cognito Developer Guide, "SMS message settings for Amazon Cognito user pools".
public final class TextDelivery implements Delivery {
  private static final String SESSION = "CognitoIdpSms";

  /// Texts that are worth more than advertisements.
  private static final MessageAttributeValue TRANSACTIONAL =
      MessageAttributeValue.builder().dataType("String").stringValue("Transactional").build();

  @Override
  public String kind() {
    return Post.TEXT;
  }

  @Override
  public Outcome deliver(Call call, Owed owed) {
    var text = Text.of((Json.Obj) Json.parse(owed.payload().toUtf8()));
    session(call.in(owed.scope()), text)
        .invoke(
            SnsModel.PUBLISH,
            PublishInput.builder()
                .phoneNumber(text.number())
                .message(text.body())
                .messageAttributes(Map.of("AWS.SNS.SMS.SMSType", TRANSACTIONAL))
                .build());
    return new Outcome.Done();
  }

  private static Call session(Call call, Text text) {
    var request =
        AssumeRoleRequest.builder()
            .roleArn(text.role())
            .roleSessionName(SESSION)
            .externalId(text.externalId())
            .build();
    var cognito = call.as(Triggers.COGNITO, Arn.parse(text.poolArn()).orElseThrow());
    var keys = Objects.requireNonNull(cognito.invoke(StsModel.ASSUME_ROLE, request).credentials());
    var known = call.platform().credentials().find(keys.accessKeyId(), keys.sessionToken());
    return call.as(Objects.requireNonNull(known, "The session is not known"));
  }
}
