package brume.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.sns.MessageAttributeValue;
import brume.model.sns.PublishInput;
import brume.model.sns.SnsError;
import brume.model.sns.SnsModel;
import brume.service.CommonError;
import brume.ses.Lab;
import brume.shape.ServiceException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishTest {
  private static final String NUMBER = "+15550100";

  private final Lab lab = new Lab();

  private static PublishInput.Builder text(String number, String text) {
    return PublishInput.builder().phoneNumber(number).message(text);
  }

  @Test
  void textsLandInTheMailboxOfTheirNumber() {
    var sent = lab.invoke(SnsModel.PUBLISH, text(NUMBER, "Ihr Code: 123456 – grüß Gott").build());
    assertThat(sent.messageId()).isNotEmpty();
    var listed = lab.open("/messages?recipient=%2B15550100");
    assertThat(listed).contains("\"from\":\"NOTICE\"", NUMBER, sent.messageId());
    var id = listed.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    assertThat(lab.open("/messages/" + id)).contains("Ihr Code: 123456 – grüß Gott");
    assertThat(lab.open("/messages?recipient=%2B15550101")).doesNotContain(NUMBER);
  }

  @Test
  void theSenderMayBeNamed() {
    var sender = MessageAttributeValue.builder().dataType("String").stringValue("Brume").build();
    var request = text(NUMBER, "Hello").messageAttributes(Map.of("AWS.SNS.SMS.SenderID", sender));
    lab.invoke(SnsModel.PUBLISH, request.build());
    assertThat(lab.open("/messages")).contains("\"from\":\"Brume\"");
  }

  @Test
  void senderIdsMustFit() {
    var sender = MessageAttributeValue.builder().dataType("String").stringValue("123").build();
    var request = text(NUMBER, "Hello").messageAttributes(Map.of("AWS.SNS.SMS.SenderID", sender));
    refused(request.build(), SnsError.INVALID_PARAMETER_EXCEPTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5550100", "+0155", "+1555010a", "+1234567890123456"})
  void numbersMustBeE164(String number) {
    refused(text(number, "Hello").build(), SnsError.INVALID_PARAMETER_EXCEPTION);
  }

  @Test
  void textsHaveContentAndAnEnd() {
    refused(text(NUMBER, "").build(), SnsError.INVALID_PARAMETER_EXCEPTION);
    refused(text(NUMBER, "ä".repeat(801)).build(), SnsError.INVALID_PARAMETER_EXCEPTION);
    lab.invoke(SnsModel.PUBLISH, text(NUMBER, "ä".repeat(800)).build());
  }

  @Test
  void somebodyMustGetIt() {
    refused(PublishInput.builder().message("x").build(), SnsError.INVALID_PARAMETER_EXCEPTION);
  }

  @Test
  void topicsAreNamedAsLacking() {
    var topic = "arn:aws:sns:us-east-1:000000000000:news";
    refused(
        PublishInput.builder().message("x").topicArn(topic).build(), CommonError.NOT_IMPLEMENTED);
  }

  private void refused(PublishInput input, brume.shape.ErrorCode error) {
    assertThatThrownBy(() -> lab.invoke(SnsModel.PUBLISH, input))
        .isInstanceOfSatisfying(
            ServiceException.class, refusal -> assertThat(refusal.error()).isEqualTo(error));
  }
}
