package brume.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import brume.identity.Credential;
import brume.identity.Principal;
import brume.model.cognitoidp.SmsConfigurationType;
import brume.model.sns.PublishInput;
import brume.model.sns.PublishResponse;
import brume.model.sns.SnsModel;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.Credentials;
import brume.model.sts.StsModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Gets the texts that a pool sends in the role [#TEXTS] names.
public final class Phone {
  public static final SmsConfigurationType TEXTS =
      SmsConfigurationType.builder()
          .snsCallerArn("arn:aws:iam::000000000000:role/texts")
          .externalId("people")
          .build();

  private static final Principal SESSION =
      new Principal.AssumedRole("000000000000", "/", "texts", "AROA", "CognitoIdpSms");
  private static final Pattern CODE = Pattern.compile("\\d{6}");

  public final List<PublishInput> texts = new ArrayList<>();
  private final Given given;

  public Phone(Given given) {
    this.given = given;
    given.local.know(new Credential("ASIA", "s", "token", SESSION, Instant.MAX, null));
    given.local.answer(
        StsModel.ASSUME_ROLE,
        (call, input) -> {
          assertThat(call.caller()).isEqualTo(new Principal.Service("cognito-idp.amazonaws.com"));
          assertThat(input.roleArn()).isEqualTo(TEXTS.snsCallerArn());
          assertThat(input.externalId()).isEqualTo(TEXTS.externalId());
          return AssumeRoleResponse.builder()
              .credentials(new Credentials("ASIA", Instant.MAX, "s", "token"))
              .build();
        });
    given.local.answer(
        SnsModel.PUBLISH,
        (call, input) -> {
          assertThat(call.caller()).isEqualTo(SESSION);
          texts.add(input);
          return new PublishResponse("1", null);
        });
  }

  /// The last text, which is delivered first.
  public String text() {
    given.deliver();
    return texts.getLast().message();
  }

  /// The code in it.
  public String code() {
    var matcher = CODE.matcher(text());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
