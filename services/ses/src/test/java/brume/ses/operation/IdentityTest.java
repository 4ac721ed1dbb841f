package brume.ses.operation;

import static brume.ses.Lab.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.ses.DeleteIdentityPolicyRequest;
import brume.model.ses.DeleteIdentityRequest;
import brume.model.ses.GetIdentityPoliciesRequest;
import brume.model.ses.GetIdentityVerificationAttributesRequest;
import brume.model.ses.ListIdentitiesRequest;
import brume.model.ses.ListIdentityPoliciesRequest;
import brume.model.ses.ListVerifiedEmailAddressesRequest;
import brume.model.ses.PutIdentityPolicyRequest;
import brume.model.ses.SesError;
import brume.model.ses.SesModel;
import brume.model.ses.VerifyDomainIdentityRequest;
import brume.model.ses.VerifyEmailIdentityRequest;
import brume.ses.Lab;
import brume.shape.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ses:SendEmail",
       "Principal": {"AWS": "111111111111"}, "Resource": "*"}]}
      """;

  private final Lab lab = new Lab();

  @Test
  void anAddressIsVerifiedByTheLinkInItsMail() {
    lab.invoke(SesModel.VERIFY_EMAIL_IDENTITY, new VerifyEmailIdentityRequest(ANN));
    assertThat(status(ANN)).isEqualTo("Pending");
    assertThat(lab.newest()).contains("To: ann@example.com");
    assertThat(lab.open(lab.newestLink() + "x")).contains("Not verified");
    assertThat(status(ANN)).isEqualTo("Pending");
    assertThat(lab.open(lab.newestLink())).contains("Mail may now come from ann@example.com");
    assertThat(status(ANN)).isEqualTo("Success");
    var verified = new ListVerifiedEmailAddressesRequest();
    assertThat(
            lab.invoke(SesModel.LIST_VERIFIED_EMAIL_ADDRESSES, verified).verifiedEmailAddresses())
        .containsExactly(ANN);
  }

  @Test
  void askingAgainSendsTheSameLinkAgain() {
    lab.invoke(SesModel.VERIFY_EMAIL_IDENTITY, new VerifyEmailIdentityRequest(ANN));
    var link = lab.newestLink();
    lab.local.clock.advance(java.time.Duration.ofHours(1));
    lab.invoke(SesModel.VERIFY_EMAIL_IDENTITY, new VerifyEmailIdentityRequest(ANN));
    assertThat(lab.newestLink()).isEqualTo(link);
  }

  @Test
  void aDomainIsVerifiedByItsPostmaster() {
    var token =
        lab.invoke(SesModel.VERIFY_DOMAIN_IDENTITY, new VerifyDomainIdentityRequest("Example.COM"));
    assertThat(lab.newest()).contains("To: postmaster@example.com");
    assertThat(lab.newest()).doesNotContain(token.verificationToken());
    lab.open(lab.newestLink());
    assertThat(status("example.com")).isEqualTo("Success");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThatThrownBy(() -> verify("ann")).hasMessage("Missing final '@domain'");
    assertThatThrownBy(() -> verify("ann@localhost"))
        .hasMessage("Invalid email address<ann@localhost>.")
        .extracting(e -> ((ServiceException) e).error().code())
        .isEqualTo("InvalidParameterValue");
    assertThatThrownBy(() -> verify("a@b.example\nBcc: x@y.example"))
        .hasMessage("Address contains control characters");
  }

  @Test
  void identitiesAreListedByType() {
    verify(ANN);
    lab.invoke(SesModel.VERIFY_DOMAIN_IDENTITY, new VerifyDomainIdentityRequest("example.org"));
    assertThat(listed(null)).containsExactly(ANN, "example.org");
    assertThat(listed("Domain")).containsExactly("example.org");
    assertThat(listed("EmailAddress")).containsExactly(ANN);
    lab.invoke(SesModel.DELETE_IDENTITY, new DeleteIdentityRequest(ANN));
    lab.invoke(SesModel.DELETE_IDENTITY, new DeleteIdentityRequest(ANN));
    assertThat(listed(null)).containsExactly("example.org");
  }

  @Test
  void policiesAreKeptByTheirNames() {
    verify(ANN);
    lab.invoke(SesModel.PUT_IDENTITY_POLICY, new PutIdentityPolicyRequest(ANN, POLICY, "one"));
    lab.invoke(SesModel.PUT_IDENTITY_POLICY, new PutIdentityPolicyRequest(ANN, POLICY, "two"));
    assertThat(policyNames()).containsExactly("one", "two");
    var asked = new GetIdentityPoliciesRequest(ANN, List.of("two", "three"));
    assertThat(lab.invoke(SesModel.GET_IDENTITY_POLICIES, asked).policies())
        .containsOnlyKeys("two")
        .containsValue(POLICY);
    lab.invoke(SesModel.DELETE_IDENTITY_POLICY, new DeleteIdentityPolicyRequest(ANN, "one"));
    assertThat(policyNames()).containsExactly("two");
    assertThatThrownBy(
            () ->
                lab.invoke(
                    SesModel.PUT_IDENTITY_POLICY, new PutIdentityPolicyRequest(ANN, "{}", "bad")))
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.INVALID_POLICY_EXCEPTION);
  }

  private void verify(String address) {
    lab.invoke(SesModel.VERIFY_EMAIL_IDENTITY, new VerifyEmailIdentityRequest(address));
  }

  private List<String> policyNames() {
    var asked = new ListIdentityPoliciesRequest(ANN);
    return lab.invoke(SesModel.LIST_IDENTITY_POLICIES, asked).policyNames();
  }

  private List<String> listed(String type) {
    var asked = ListIdentitiesRequest.builder().identityType(type).build();
    return lab.invoke(SesModel.LIST_IDENTITIES, asked).identities();
  }

  private String status(String identity) {
    var asked = new GetIdentityVerificationAttributesRequest(List.of(identity));
    return lab.invoke(SesModel.GET_IDENTITY_VERIFICATION_ATTRIBUTES, asked)
        .verificationAttributes()
        .get(identity)
        .verificationStatus();
  }
}
