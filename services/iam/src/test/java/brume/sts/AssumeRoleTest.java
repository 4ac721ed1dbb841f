package brume.sts;

import static brume.iam.Given.ALLOW_ALL;
import static brume.iam.Given.arn;
import static brume.iam.Given.assume;
import static brume.iam.Given.trust;
import static brume.iam.Given.trustAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.iam.Given;
import brume.model.iam.IamModel;
import brume.model.iam.UpdateRoleRequest;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.GetAccessKeyInfoRequest;
import brume.model.sts.GetCallerIdentityRequest;
import brume.model.sts.GetFederationTokenRequest;
import brume.model.sts.GetSessionTokenRequest;
import brume.model.sts.PolicyDescriptorType;
import brume.model.sts.StsModel;
import brume.model.sts.Tag;
import brume.service.Call;
import brume.testing.Local;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssumeRoleTest {
  private final Given given = new Given().authorized();
  private final Local local = given.local;

  @Test
  void aServiceAssumesTheRoleThatTrustsIt() {
    given.role("r", trust("\"Service\": \"lambda.amazonaws.com\""));
    var session = given.session(given.byService("lambda.amazonaws.com"), assume("r").build());
    var expires = local.clock.instant().plus(Duration.ofHours(1));
    assertThat(session.expires()).isEqualTo(expires);
    var identity =
        local.invoke(
            local.call().as(session), StsModel.GET_CALLER_IDENTITY, new GetCallerIdentityRequest());
    assertThat(identity.arn())
        .isEqualTo("arn:aws:sts::" + Given.ACCOUNT + ":assumed-role/r/session");
    assertThat(identity.userId()).matches("AROA[A-Z2-7]{17}:session");
    assertThatThrownBy(
            () -> given.session(given.byService("sns.amazonaws.com"), assume("r").build()))
        .hasMessageContaining("is not authorized to perform: sts:AssumeRole on resource: ")
        .hasMessageEndingWith("because no role trust policy allows the sts:AssumeRole action");
  }

  @Test
  void aUserNeedsBothWhereTheAccountIsTrusted() {
    given.role("r", trustAccount());
    given.user("u");
    var call = given.by("u");
    assertThatThrownBy(() -> given.session(call, assume("r").build()))
        .hasMessageContaining("because no identity-based policy allows");
    given.userMay("u", Given.allow("sts:AssumeRole", arn("role/r")));
    assertThat(given.session(call, assume("r").build()).principal().identityArn())
        .isEqualTo(arn("role/r"));
    given.role("direct", trust("\"AWS\": \"" + arn("user/u") + '"'));
    assertThat(given.session(call, assume("direct").build())).isNotNull();
  }

  @Test
  void anExternalIdIsAsked() {
    given.role(
        "r",
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"AWS": "%s"}, "Action": "sts:AssumeRole",
          "Condition": {"StringEquals": {"sts:ExternalId": "xyz"}}}]}"""
            .formatted(Given.ACCOUNT));
    assertThatThrownBy(() -> given.session(local.call(), assume("r").build()))
        .hasMessageContaining("no role trust policy allows");
    assertThat(given.session(local.call(), assume("r").externalId("xyz").build())).isNotNull();
  }

  @Test
  void aRoleThatIsNotThereIsOneThatMayNotBeAssumed() {
    assertThatThrownBy(() -> given.session(local.call(), assume("none").build()))
        .hasMessageContaining("is not authorized to perform: sts:AssumeRole on resource: ");
    var strange = AssumeRoleRequest.builder().roleArn("arn:aws:s3:::bucket-of-mine");
    assertThatThrownBy(
            () -> given.session(local.call(), strange.roleSessionName("session").build()))
        .hasMessage("arn:aws:s3:::bucket-of-mine is invalid");
  }

  @Test
  void sessionsLastAsLongAsTheRoleAllows() {
    given.role("r", trustAccount());
    var longer = assume("r").durationSeconds(7200).build();
    assertThatThrownBy(() -> given.session(local.call(), longer))
        .hasMessage(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    local.invoke(
        IamModel.UPDATE_ROLE,
        UpdateRoleRequest.builder().roleName("r").maxSessionDuration(7200).build());
    var session = given.session(local.call(), longer);
    given.roleMay("r", ALLOW_ALL);
    assertThatThrownBy(() -> given.session(local.call().as(session), longer))
        .hasMessageContaining("1 hour session limit for roles assumed by role chaining");
    assertThat(given.session(local.call().as(session), assume("r").build())).isNotNull();
  }

  @Test
  void transitiveTagsAndSourceIdentityAreHandedOn() {
    given.role("r", trustAccount());
    given.roleMay("r", ALLOW_ALL);
    var first =
        given.session(
            local.call(),
            assume("r")
                .tags(List.of(new Tag("team", "a"), new Tag("own", "b")))
                .transitiveTagKeys(List.of("team"))
                .sourceIdentity("alice")
                .build());
    assertThat(first.session().tags()).containsEntry("team", "a").containsEntry("own", "b");
    var second = given.session(local.call().as(first), assume("r").build());
    assertThat(second.session().tags()).containsOnlyKeys("team");
    assertThat(second.session().context().get("aws:SourceIdentity")).containsExactly("alice");
    assertThatThrownBy(
            () ->
                given.session(
                    local.call().as(second),
                    assume("r").tags(List.of(new Tag("team", "x"))).build()))
        .hasMessageContaining("conflicts with a transitive tag key");
    assertThatThrownBy(
            () ->
                given.session(
                    local.call().as(second), assume("r").sourceIdentity("mallory").build()))
        .hasMessageContaining("source identity");
  }

  @Test
  void sessionPoliciesAreChecked() {
    given.role("r", trustAccount());
    assertThatThrownBy(() -> given.session(local.call(), assume("r").policy("{}").build()))
        .hasMessage("Syntax errors in policy.");
    var managed = new PolicyDescriptorType("arn:aws:iam::aws:policy/AmazonSQSFullAccess");
    var reply =
        local.invoke(StsModel.ASSUME_ROLE, assume("r").policyArns(List.of(managed)).build());
    assertThat(reply.packedPolicySize()).isBetween(1, 100);
    var none = new PolicyDescriptorType(arn("policy/none"));
    assertThatThrownBy(
            () -> given.session(local.call(), assume("r").policyArns(List.of(none)).build()))
        .hasMessageContaining("does not exist");
  }

  @Test
  void usersGetTokensForThemselves() {
    given.user("u");
    var call = given.by("u");
    var request = GetSessionTokenRequest.builder().build();
    var issued = local.invoke(call, StsModel.GET_SESSION_TOKEN, request).credentials();
    assertThat(issued.expiration()).isEqualTo(local.clock.instant().plus(Duration.ofHours(12)));
    var session = given.keys.find(issued.accessKeyId(), issued.sessionToken());
    assertThat(session.principal()).isEqualTo(call.caller());
    assertThatThrownBy(
            () -> local.invoke(local.call().as(session), StsModel.GET_SESSION_TOKEN, request))
        .hasMessage("Cannot call GetSessionToken with session credentials");
    var key = new GetAccessKeyInfoRequest(issued.accessKeyId());
    assertThat(local.invoke(StsModel.GET_ACCESS_KEY_INFO, key).account()).isEqualTo(Given.ACCOUNT);
    var ofRoot = local.invoke(StsModel.GET_SESSION_TOKEN, request).credentials();
    assertThat(ofRoot.expiration()).isEqualTo(local.clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void federatedUsersMayWhatBothAllow() {
    given.user("u");
    given.userMay("u", ALLOW_ALL);
    var request =
        GetFederationTokenRequest.builder().name("guest").policy(Given.allow("sqs:*", "*")).build();
    var reply = local.invoke(given.by("u"), StsModel.GET_FEDERATION_TOKEN, request);
    assertThat(reply.federatedUser().arn())
        .isEqualTo("arn:aws:sts::" + Given.ACCOUNT + ":federated-user/guest");
    var issued = reply.credentials();
    Call call = local.call().as(given.keys.find(issued.accessKeyId(), issued.sessionToken()));
    given.authorizer.authorize(call, brume.service.Access.toAny("sqs:ListQueues"));
    assertThatThrownBy(
            () -> given.authorizer.authorize(call, brume.service.Access.toAny("sns:ListTopics")))
        .hasMessageContaining("because no session policy allows");
  }
}
