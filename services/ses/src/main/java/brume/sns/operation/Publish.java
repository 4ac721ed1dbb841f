package brume.sns.operation;

import static brume.model.sns.SnsError.INVALID_PARAMETER_EXCEPTION;

import brume.model.sns.MessageAttributeValue;
import brume.model.sns.PublishInput;
import brume.model.sns.PublishResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import brume.sns.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Sends a text to a phone number: into the mailbox.
///
/// Source: Amazon SNS Developer Guide, "Publishing to a mobile phone".
public final class Publish implements Operation<PublishInput, PublishResponse> {
  /// Bytes of one text, which phones get in parts of 140.
  static final int MAX_BYTES = 1600;

  private static final String SENDER = "AWS.SNS.SMS.SenderID";
  private static final String USUAL_SENDER = "NOTICE";
  private static final Set<String> KNOWN = Set.of(SENDER, "AWS.SNS.SMS.SMSType");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{1,14}");
  private static final Pattern SENDER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{1,11}");

  private final Texts texts;

  public Publish(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Access access(Call call, PublishInput input) {
    var arn = input.topicArn() == null ? input.targetArn() : input.topicArn();
    return arn == null ? Access.toAny("sns:Publish") : Access.to("sns:Publish", arn);
  }

  @Override
  public PublishResponse run(Call call, PublishInput input) {
    refuse(input.topicArn() != null || input.targetArn() != null, "topics and endpoints");
    var number = input.phoneNumber();
    if (number == null) {
      throw invalid("TopicArn or TargetArn Reason: no value for required parameter");
    }
    if (!NUMBER.matcher(number).matches()) {
      throw invalid("PhoneNumber Reason: " + number + " is not valid to publish to");
    }
    refuse("json".equals(input.messageStructure()), "MessageStructure json for texts");
    if (input.message().isEmpty()) {
      throw invalid("Empty message");
    }
    if (input.message().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw invalid("Message too long");
    }
    var attributes = input.messageAttributes();
    var id = texts.keep(call, sender(attributes), number, input.message());
    return new PublishResponse(id, null);
  }

  private static String sender(
      @org.jspecify.annotations.Nullable Map<String, MessageAttributeValue> given) {
    if (given == null) {
      return USUAL_SENDER;
    }
    for (var name : given.keySet()) {
      refuse(name.startsWith("AWS.") && !KNOWN.contains(name), "the message attribute " + name);
    }
    var own = given.get(SENDER);
    if (own == null || own.stringValue() == null) {
      return USUAL_SENDER;
    }
    if (!SENDER_ID.matcher(own.stringValue()).matches()) {
      throw invalid(SENDER + " Reason: it has 1 to 11 letters and digits, one letter at least");
    }
    return own.stringValue();
  }

  private static RuntimeException invalid(String what) {
    return INVALID_PARAMETER_EXCEPTION.because("Invalid parameter: " + what);
  }

  private static void refuse(boolean asked, String what) {
    if (asked) {
      throw CommonError.NOT_IMPLEMENTED.because("Brume's SNS does not have " + what);
    }
  }
}
