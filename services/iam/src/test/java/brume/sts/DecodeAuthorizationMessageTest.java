package brume.sts;

import static brume.model.sts.StsError.INVALID_AUTHORIZATION_MESSAGE_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brume.iam.Given;
import brume.model.iam.IamModel;
import brume.model.iam.ListUsersRequest;
import brume.model.sts.DecodeAuthorizationMessageRequest;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.service.DeniedException;
import brume.shape.ServiceException;
import org.junit.jupiter.api.Test;

class DecodeAuthorizationMessageTest {
  private final Given given = new Given().authorized();

  private String denied(Call call) {
    var refusal =
        catchThrowableOfType(
            DeniedException.class,
            () ->
                given.local.invoke(call, IamModel.LIST_USERS, ListUsersRequest.builder().build()));
    return refusal.encoded();
  }

  private String decode(Call call, String encoded) {
    var request = new DecodeAuthorizationMessageRequest(encoded);
    return given
        .local
        .invoke(call, StsModel.DECODE_AUTHORIZATION_MESSAGE, request)
        .decodedMessage();
  }

  @Test
  void tellsThatNobodyAllowedIt() {
    given.user("ann");
    var decoded = decode(given.local.call(), denied(given.by("ann")));
    assertThat(decoded)
        .contains("\"allowed\":false", "\"explicitDeny\":false", "\"action\":\"iam:ListUsers\"")
        .contains("\"arn\":\"" + Given.arn("user/ann") + "\"");
  }

  @Test
  void tellsWhichStatementDenied() {
    given.user("ann");
    given.userMay(
        "ann",
        """
        {"Version": "2012-10-17",
         "Statement": {"Sid": "Never", "Effect": "Deny", "Action": "*", "Resource": "*"}}""");
    assertThat(decode(given.local.call(), denied(given.by("ann"))))
        .contains("\"explicitDeny\":true", "\"statementId\":\"Never\"", "\"effect\":\"DENY\"");
  }

  @Test
  void isForThoseWhoMay() {
    given.user("ann");
    var ann = given.by("ann");
    var encoded = denied(ann);
    assertThat(catchThrowableOfType(DeniedException.class, () -> decode(ann, encoded)))
        .hasMessageContaining("sts:DecodeAuthorizationMessage");
    given.userMay("ann", Given.allow("sts:DecodeAuthorizationMessage", "*"));
    assertThat(decode(ann, encoded)).contains("iam:ListUsers");
  }

  @Test
  void takesNothingThatWasNotEncodedForTheAccount() {
    var elsewhere = given.messages.encode("999999999999", "{}");
    for (var wrong : new String[] {elsewhere, "no", "AAAA"}) {
      var refusal =
          catchThrowableOfType(ServiceException.class, () -> decode(given.local.call(), wrong));
      assertThat(refusal.error()).isEqualTo(INVALID_AUTHORIZATION_MESSAGE_EXCEPTION);
    }
  }
}
