package brume.sesv2;

import static brume.ses.Lab.ANN;
import static brume.ses.Lab.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.identity.policy.Policy;
import brume.model.ses.SesModel;
import brume.model.sesv2.CreateConfigurationSetRequest;
import brume.model.sesv2.CreateEmailIdentityPolicyRequest;
import brume.model.sesv2.CreateEmailIdentityRequest;
import brume.model.sesv2.DeleteEmailIdentityRequest;
import brume.model.sesv2.DeleteSuppressedDestinationRequest;
import brume.model.sesv2.GetConfigurationSetRequest;
import brume.model.sesv2.GetEmailIdentityRequest;
import brume.model.sesv2.GetEmailIdentityResponse;
import brume.model.sesv2.GetSuppressedDestinationRequest;
import brume.model.sesv2.ListEmailIdentitiesRequest;
import brume.model.sesv2.ListSuppressedDestinationsRequest;
import brume.model.sesv2.ListTagsForResourceRequest;
import brume.model.sesv2.PutAccountSuppressionAttributesRequest;
import brume.model.sesv2.PutSuppressedDestinationRequest;
import brume.model.sesv2.SeSv2Error;
import brume.model.sesv2.SeSv2Model;
import brume.model.sesv2.SendingOptions;
import brume.model.sesv2.Tag;
import brume.model.sesv2.TagResourceRequest;
import brume.model.sesv2.UntagResourceRequest;
import brume.ses.Lab;
import brume.shape.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private static final String ANN_ARN =
      "arn:aws:ses:us-east-1:000000000000:identity/ann@example.com";

  private final Lab lab = new Lab();

  @Test
  void anIdentityIsPendingUntilItsLinkIsOpened() {
    var made = lab.invoke(SeSv2Model.CREATE_EMAIL_IDENTITY, identity(ANN).build());
    assertThat(made.identityType()).isEqualTo("EMAIL_ADDRESS");
    assertThat(made.verifiedForSendingStatus()).isFalse();
    assertThat(get(ANN).verificationStatus()).isEqualTo("PENDING");
    assertThatThrownBy(() -> lab.invoke(SeSv2Model.CREATE_EMAIL_IDENTITY, identity(ANN).build()))
        .hasMessage("Email identity ann@example.com already exist.");
    lab.open(lab.newestLink());
    assertThat(get(ANN).verificationStatus()).isEqualTo("SUCCESS");
    lab.invoke(SeSv2Model.CREATE_EMAIL_IDENTITY, identity("example.org").build());
    var asked = ListEmailIdentitiesRequest.builder().build();
    assertThat(lab.invoke(SeSv2Model.LIST_EMAIL_IDENTITIES, asked).emailIdentities())
        .extracting(each -> each.identityName() + ' ' + each.verificationStatus())
        .containsExactly("ann@example.com SUCCESS", "example.org PENDING");
    lab.invoke(SeSv2Model.DELETE_EMAIL_IDENTITY, new DeleteEmailIdentityRequest(ANN));
    assertThatThrownBy(() -> get(ANN))
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SeSv2Error.NOT_FOUND_EXCEPTION);
  }

  @Test
  void anIdentitysConfigurationSetIsUsedByMessagesThatNameNone() {
    var set =
        CreateConfigurationSetRequest.builder()
            .configurationSetName("off")
            .sendingOptions(new SendingOptions(false))
            .build();
    lab.invoke(SeSv2Model.CREATE_CONFIGURATION_SET, set);
    var made = identity(ANN).configurationSetName("off").build();
    lab.invoke(SeSv2Model.CREATE_EMAIL_IDENTITY, made);
    lab.open(lab.newestLink());
    assertThatThrownBy(() -> lab.invoke(SesModel.SEND_EMAIL, Lab.mail(ANN, BEN).build()))
        .hasMessageContaining("disabled for the configuration set <off>");
    var asked = new GetConfigurationSetRequest("off");
    assertThat(lab.invoke(SeSv2Model.GET_CONFIGURATION_SET, asked).sendingOptions())
        .isEqualTo(new SendingOptions(false));
  }

  @Test
  void policiesOfAnIdentityGuardIt() {
    lab.verified(ANN);
    var policy =
        """
        {"Version": "2012-10-17", "Statement": {"Sid": "x", "Effect": "Allow", "Action": "ses:SendEmail",
         "Principal": {"AWS": "111111111111"}, "Resource": "*"}}
        """;
    var request = new CreateEmailIdentityPolicyRequest(ANN, policy, "one");
    lab.invoke(SeSv2Model.CREATE_EMAIL_IDENTITY_POLICY, request);
    assertThatThrownBy(() -> lab.invoke(SeSv2Model.CREATE_EMAIL_IDENTITY_POLICY, request))
        .hasMessage("Policy one already exists.");
    var other =
        new CreateEmailIdentityPolicyRequest(ANN, policy.replace("11111111", "22222222"), "two");
    lab.invoke(SeSv2Model.CREATE_EMAIL_IDENTITY_POLICY, other);
    lab.invoke(SesModel.SEND_EMAIL, Lab.mail(ANN, BEN).sourceArn(ANN_ARN).build());
    var guard = lab.local.asked().getLast().needs().getFirst().guard();
    assertThat(guard.account()).isEqualTo("000000000000");
    assertThat(guard.policy()).contains("111111111111", "222222221111");
    assertThat(Policy.parse(guard.policy(), Policy.Kind.RESOURCE)).isNotNull();
    assertThatThrownBy(
            () -> lab.invoke(SesModel.SEND_EMAIL, Lab.mail(BEN, ANN).sourceArn(ANN_ARN).build()))
        .hasMessageContaining("does not cover ben@example.org");
  }

  @Test
  void suppressedAddressesGetNothing() {
    lab.verified(ANN);
    suppress(BEN, "BOUNCE");
    var id = lab.invoke(SesModel.SEND_EMAIL, Lab.mail(ANN, BEN).build()).messageId();
    assertThat(lab.open("/messages/" + id))
        .contains("Not delivered to ben@example.org, who is on the suppression list for BOUNCE");
    lab.invoke(
        SeSv2Model.PUT_ACCOUNT_SUPPRESSION_ATTRIBUTES,
        PutAccountSuppressionAttributesRequest.builder()
            .suppressedReasons(List.of("COMPLAINT"))
            .build());
    var other = lab.invoke(SesModel.SEND_EMAIL, Lab.mail(ANN, BEN).build()).messageId();
    assertThat(lab.open("/messages/" + other)).contains("\"notes\":[]");
  }

  @Test
  void theSuppressionListIsKept() {
    suppress("Ben@example.org", "BOUNCE");
    suppress(ANN, "COMPLAINT");
    var found = new GetSuppressedDestinationRequest(BEN);
    assertThat(
            lab.invoke(SeSv2Model.GET_SUPPRESSED_DESTINATION, found)
                .suppressedDestination()
                .reason())
        .isEqualTo("BOUNCE");
    var asked = ListSuppressedDestinationsRequest.builder().reasons(List.of("COMPLAINT")).build();
    assertThat(
            lab.invoke(SeSv2Model.LIST_SUPPRESSED_DESTINATIONS, asked)
                .suppressedDestinationSummaries())
        .extracting(each -> each.emailAddress())
        .containsExactly(ANN);
    var deleted = new DeleteSuppressedDestinationRequest(BEN);
    lab.invoke(SeSv2Model.DELETE_SUPPRESSED_DESTINATION, deleted);
    assertThatThrownBy(() -> lab.invoke(SeSv2Model.DELETE_SUPPRESSED_DESTINATION, deleted))
        .hasMessageContaining("does not exist on your suppression list");
  }

  @Test
  void resourcesAreTagged() {
    var made = identity(ANN).tags(List.of(new Tag("a", "1"))).build();
    lab.invoke(SeSv2Model.CREATE_EMAIL_IDENTITY, made);
    var more = new TagResourceRequest(ANN_ARN, List.of(new Tag("b", "2"), new Tag("c", "3")));
    lab.invoke(SeSv2Model.TAG_RESOURCE, more);
    lab.invoke(SeSv2Model.UNTAG_RESOURCE, new UntagResourceRequest(ANN_ARN, List.of("a", "c")));
    assertThat(tags(ANN_ARN)).containsExactly(new Tag("b", "2"));
    assertThat(get(ANN).tags()).containsExactly(new Tag("b", "2"));
    assertThatThrownBy(() -> tags("arn:aws:ses:us-east-1:000000000000:contact-list/x"))
        .hasMessageContaining("does not exist");
  }

  private List<Tag> tags(String arn) {
    var asked = new ListTagsForResourceRequest(arn);
    return lab.invoke(SeSv2Model.LIST_TAGS_FOR_RESOURCE, asked).tags();
  }

  private void suppress(String address, String reason) {
    lab.invoke(
        SeSv2Model.PUT_SUPPRESSED_DESTINATION,
        new PutSuppressedDestinationRequest(address, reason));
  }

  private GetEmailIdentityResponse get(String name) {
    return lab.invoke(SeSv2Model.GET_EMAIL_IDENTITY, new GetEmailIdentityRequest(name));
  }

  private static CreateEmailIdentityRequest.Builder identity(String name) {
    return CreateEmailIdentityRequest.builder().emailIdentity(name);
  }
}
