package brume.iam;

import static brume.iam.Given.ACCOUNT;
import static brume.iam.Given.ALLOW_ALL;
import static brume.iam.Given.allow;
import static brume.iam.Given.arn;
import static brume.iam.Given.assume;
import static brume.iam.Given.deny;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.identity.Principal;
import brume.model.iam.AddUserToGroupRequest;
import brume.model.iam.AttachUserPolicyRequest;
import brume.model.iam.DeleteRolePolicyRequest;
import brume.model.iam.DeleteRoleRequest;
import brume.model.iam.DetachUserPolicyRequest;
import brume.model.iam.IamModel;
import brume.model.iam.PutGroupPolicyRequest;
import brume.model.iam.PutUserPermissionsBoundaryRequest;
import brume.model.iam.Tag;
import brume.model.iam.TagRoleRequest;
import brume.model.iam.TagUserRequest;
import brume.model.sts.GetSessionTokenRequest;
import brume.model.sts.StsModel;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyAuthorizerTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":q";
  private static final Access SEND = Access.to("sqs:SendMessage", QUEUE);

  private final Given given = new Given();

  @Test
  void theOwnerMayDoAnything() {
    assertAllowed(given.local.call(), SEND);
    assertAllowed(given.local.call(), Access.toAny("sqs:ListQueues"));
  }

  @Test
  void theOwnerOfOneAccountIsAStrangerInAnother() {
    var other = given.local.call().as(new Principal.Root("111111111111"));
    assertDenied(other, SEND, "because no resource-based policy allows the sqs:SendMessage action");
  }

  @Test
  void aUserMayNothingByItself() {
    given.user("u");
    var call = given.by("u");
    assertThatThrownBy(() -> given.authorizer.authorize(call, SEND))
        .isInstanceOf(ServiceException.class)
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(CommonError.ACCESS_DENIED);
    assertThatThrownBy(() -> given.authorizer.authorize(call, SEND))
        .hasMessage(
            "User: "
                + arn("user/u")
                + " is not authorized to perform: sqs:SendMessage on resource: "
                + QUEUE
                + " because no identity-based policy allows the sqs:SendMessage action");
    assertAllowed(call, Access.VERIFIED_CALLER);
  }

  @Test
  void inlineAndManagedAndGroupPoliciesAllow() {
    given.user("u");
    var call = given.by("u");
    given.userMay("u", allow("sqs:Send*", QUEUE));
    assertAllowed(call, SEND);
    given.userMay("u", allow("sns:*", "*"));
    assertDenied(call, SEND, "because no identity-based policy");
    var policy = given.policy("p", allow("sqs:*", "*"));
    given.local.invoke(IamModel.ATTACH_USER_POLICY, new AttachUserPolicyRequest(policy, "u"));
    assertAllowed(call, SEND);
    given.local.invoke(IamModel.DETACH_USER_POLICY, new DetachUserPolicyRequest(policy, "u"));
    assertDenied(call, SEND, "because no identity-based policy");
    given.group("g");
    given.local.invoke(
        IamModel.PUT_GROUP_POLICY, new PutGroupPolicyRequest("g", allow("sqs:*", "*"), "inline"));
    assertDenied(call, SEND, "because no identity-based policy");
    given.local.invoke(IamModel.ADD_USER_TO_GROUP, new AddUserToGroupRequest("g", "u"));
    assertAllowed(call, SEND);
    given.userMay("u", deny("sqs:SendMessage", "*"));
    assertDenied(call, SEND, "with an explicit deny in an identity-based policy");
  }

  @Test
  void policiesMayAskWhoseTheResourceIs() {
    given.user("u");
    var call = given.by("u");
    var mine =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:*",
         "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceAccount": "%s"}}}]}
        """;
    given.userMay("u", mine.formatted("000000000000"));
    assertAllowed(call, SEND);
    given.userMay("u", mine.formatted("111111111111"));
    assertDenied(call, SEND, "because no identity-based policy");
  }

  @Test
  void policiesOfAwsAllow() {
    given.user("u");
    var call = given.by("u");
    var policy = "arn:aws:iam::aws:policy/AmazonSQSFullAccess";
    given.local.invoke(IamModel.ATTACH_USER_POLICY, new AttachUserPolicyRequest(policy, "u"));
    assertAllowed(call, SEND);
    assertDenied(call, Access.toAny("s3:ListAllMyBuckets"), "because no identity-based policy");
  }

  @Test
  void aBoundaryLimits() {
    given.user("u");
    given.userMay("u", ALLOW_ALL);
    var call = given.by("u");
    var boundary = given.policy("b", allow("sns:*", "*"));
    given.local.invoke(
        IamModel.PUT_USER_PERMISSIONS_BOUNDARY,
        new PutUserPermissionsBoundaryRequest(boundary, "u"));
    assertDenied(call, SEND, "because no permissions boundary allows the sqs:SendMessage action");
    assertAllowed(call, Access.to("sns:Publish", "*"));
  }

  @Test
  void sessionPoliciesLimit() {
    given.role("r", Given.trustAccount());
    given.roleMay("r", ALLOW_ALL);
    var limited =
        given.session(given.local.call(), assume("r").policy(allow("sns:*", "*")).build());
    var call = given.local.call().as(limited);
    assertDenied(call, SEND, "because no session policy allows the sqs:SendMessage action");
    assertAllowed(call, Access.to("sns:Publish", "*"));
  }

  @Test
  void sessionsFollowTheirRole() {
    given.role("r", Given.trustAccount());
    given.roleMay("r", ALLOW_ALL);
    var call = given.local.call().as(given.session(given.local.call(), assume("r").build()));
    assertAllowed(call, SEND);
    given.local.invoke(IamModel.DELETE_ROLE_POLICY, new DeleteRolePolicyRequest("inline", "r"));
    assertDenied(call, SEND, "because no identity-based policy");
    given.local.invoke(IamModel.DELETE_ROLE, new DeleteRoleRequest("r"));
    given.role("r", Given.trustAccount());
    given.roleMay("r", ALLOW_ALL);
    assertDenied(call, SEND, "because its user or role was deleted");
  }

  @Test
  void servicesNeedTheResourcesPolicy() {
    var call =
        given
            .local
            .call()
            .as(
                new Principal.Service("sns.amazonaws.com"),
                new brume.base.Arn("sns", "us-east-1", ACCOUNT, "t"));
    assertDenied(call, SEND, "because no resource-based policy");
    var policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage",
          "Resource": "%s",
          "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-1:%s:t"}}}]}"""
            .formatted(QUEUE, ACCOUNT);
    assertAllowed(call, SEND.guardedBy(new Access.Guard(ACCOUNT, policy)));
    var other =
        given
            .local
            .call()
            .as(
                new Principal.Service("sns.amazonaws.com"),
                new brume.base.Arn("sns", "us-east-1", ACCOUNT, "other"));
    assertDenied(
        other,
        SEND.guardedBy(new Access.Guard(ACCOUNT, policy)),
        "because no resource-based policy");
  }

  @Test
  void strangersNeedTheResourcesPolicy() {
    var anyone = given.local.call().as(Principal.anonymous());
    var read = Access.to("s3:GetObject", "arn:aws:s3:::b/k");
    assertDenied(anyone, read.guardedBy(new Access.Guard(ACCOUNT, null)), "resource-based policy");
    var open =
        """
        {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::b/*"}]}""";
    assertAllowed(anyone, read.guardedBy(new Access.Guard(ACCOUNT, open)));
  }

  @Test
  void everyNeedMustBeAllowed() {
    given.user("u");
    given.userMay("u", allow("lambda:*", "*"));
    var call = given.by("u");
    var create = Access.toAny("lambda:CreateFunction");
    assertAllowed(call, create);
    assertDenied(
        call,
        create.and(Access.to("iam:PassRole", arn("role/r"))),
        "because no identity-based policy allows the iam:PassRole action");
  }

  @Test
  void conditionsSeeTheCallAndTheCallersTags() {
    given.user("u");
    given.userMay(
        "u",
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:*",
          "Resource": "arn:aws:sqs:*:*:${aws:PrincipalTag/team}",
          "Condition": {
            "StringEquals": {"aws:RequestedRegion": "us-east-1", "aws:username": "u"},
            "DateLessThan": {"aws:CurrentTime": "2026-01-03T00:00:00Z"},
            "NumericGreaterThan": {"aws:EpochTime": "1767000000"},
            "StringLike": {"sqs:Kind": "fast*"}}}]}""");
    var call = given.by("u");
    var fast = SEND.where("sqs:Kind", "faster");
    assertDenied(call, fast, "because no identity-based policy");
    given.local.invoke(IamModel.TAG_USER, new TagUserRequest(List.of(new Tag("team", "q")), "u"));
    assertAllowed(call, fast);
    assertDenied(call, SEND.where("sqs:Kind", "slow"), "because no identity-based policy");
  }

  @Test
  void tagsOfASessionReplaceThoseOfItsRole() {
    given.role("r", Given.trustAccount());
    given.roleMay("r", allow("sqs:*", "arn:aws:sqs:*:*:${aws:PrincipalTag/team}"));
    given.local.invoke(IamModel.TAG_ROLE, new TagRoleRequest("r", List.of(new Tag("team", "q"))));
    var plain = given.session(given.local.call(), assume("r").build());
    assertAllowed(given.local.call().as(plain), SEND);
    var tagged =
        given.session(
            given.local.call(),
            assume("r").tags(List.of(new brume.model.sts.Tag("team", "x"))).build());
    assertDenied(given.local.call().as(tagged), SEND, "because no identity-based policy");
  }

  @Test
  void sessionsOfUsersDoNotReachIam() {
    given.user("u");
    given.userMay("u", ALLOW_ALL);
    var issued =
        given
            .local
            .invoke(
                given.by("u"), StsModel.GET_SESSION_TOKEN, GetSessionTokenRequest.builder().build())
            .credentials();
    var call = given.local.call().as(given.keys.find(issued.accessKeyId(), issued.sessionToken()));
    assertAllowed(call, SEND);
    assertThatThrownBy(
            () -> given.authorizer.authorize(call, Access.to("iam:GetUser", arn("user/u"))))
        .hasMessage("The security token included in the request is invalid");
  }

  private void assertAllowed(Call call, Access access) {
    assertThatCode(() -> given.authorizer.authorize(call, access)).doesNotThrowAnyException();
  }

  private void assertDenied(Call call, Access access, String reason) {
    assertThatThrownBy(() -> given.authorizer.authorize(call, access)).hasMessageContaining(reason);
  }
}
