package brume.iam.simulation;

import static brume.iam.Given.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.iam.Given;
import brume.model.iam.ContextEntry;
import brume.model.iam.EvaluationResult;
import brume.model.iam.GetContextKeysForCustomPolicyRequest;
import brume.model.iam.GetContextKeysForPrincipalPolicyRequest;
import brume.model.iam.IamModel;
import brume.model.iam.Position;
import brume.model.iam.PutUserPermissionsBoundaryRequest;
import brume.model.iam.SimulateCustomPolicyRequest;
import brume.model.iam.SimulatePrincipalPolicyRequest;
import brume.testing.Local;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final String READ_WITH_TAG =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"},
          {"Effect": "Allow", "Action": "s3:GetObject",
           "Resource": "arn:aws:s3:::b/${aws:username}/*",
           "Condition": {"StringEquals": {"aws:RequestTag/team": "a"}}}
        ]
      }
      """;

  private final Given given = new Given().authorized();
  private final Local local = given.local;

  private static SimulatePrincipalPolicyRequest.Builder of(String source, String... actions) {
    return SimulatePrincipalPolicyRequest.builder()
        .policySourceArn(arn(source))
        .actionNames(List.of(actions));
  }

  private List<EvaluationResult> results(SimulatePrincipalPolicyRequest.Builder request) {
    return local.invoke(IamModel.SIMULATE_PRINCIPAL_POLICY, request.build()).evaluationResults();
  }

  private static SimulateCustomPolicyRequest.Builder custom(String... policies) {
    return SimulateCustomPolicyRequest.builder()
        .policyInputList(List.of(policies))
        .actionNames(List.of("s3:GetObject"));
  }

  private EvaluationResult result(SimulateCustomPolicyRequest.Builder request) {
    return local
        .invoke(IamModel.SIMULATE_CUSTOM_POLICY, request.build())
        .evaluationResults()
        .getFirst();
  }

  @Test
  void saysWhatAUserMight() {
    given.user("alice");
    given.userMay("alice", READ_WITH_TAG);
    var queues = results(of("user/alice", "sqs:SendMessage")).getFirst();
    assertThat(queues.evalDecision()).isEqualTo("allowed");
    assertThat(queues.evalResourceName()).isEqualTo("*");
    var matched = queues.matchedStatements().getFirst();
    assertThat(matched.sourcePolicyId()).isEqualTo("user_alice_inline");
    assertThat(matched.startPosition()).isEqualTo(new Position(5, 4));
    var own = of("user/alice", "s3:GetObject").resourceArns(List.of("arn:aws:s3:::b/alice/x"));
    var without = results(own).getFirst();
    assertThat(without.evalDecision()).isEqualTo("implicitDeny");
    assertThat(without.missingContextValues()).containsExactly("aws:RequestTag/team");
    var tag = new ContextEntry("aws:RequestTag/team", "string", List.of("a"));
    var with = results(own.contextEntries(List.of(tag))).getFirst();
    assertThat(with.evalDecision()).isEqualTo("allowed");
    assertThat(with.missingContextValues()).isEmpty();
    assertThat(with.matchedStatements().getFirst().endPosition()).isEqualTo(new Position(65, 7));
  }

  @Test
  void groupsRolesAndManagedPoliciesCountToo() {
    given.role("r", Given.trustAccount());
    given.roleMay("r", Given.deny("s3:*", "*"));
    var denied = results(of("role/r", "s3:GetObject")).getFirst();
    assertThat(denied.evalDecision()).isEqualTo("explicitDeny");
    assertThat(denied.matchedStatements().getFirst().sourcePolicyId()).isEqualTo("role_r_inline");
    given.group("g");
    assertThat(results(of("group/g", "s3:GetObject")).getFirst().evalDecision())
        .isEqualTo("implicitDeny");
    assertThatThrownBy(() -> results(of("user/nobody", "s3:GetObject")))
        .hasMessageContaining("cannot be found");
  }

  @Test
  void aBoundaryLimits() {
    given.user("alice");
    given.userMay("alice", Given.ALLOW_ALL);
    var boundary = given.policy("boundary", Given.allow("sqs:*", "*"));
    local.invoke(
        IamModel.PUT_USER_PERMISSIONS_BOUNDARY,
        new PutUserPermissionsBoundaryRequest(boundary, "alice"));
    var both = results(of("user/alice", "sqs:SendMessage", "s3:GetObject"));
    assertThat(both)
        .extracting(EvaluationResult::evalDecision)
        .containsExactly("allowed", "implicitDeny");
    assertThat(both)
        .extracting(one -> one.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
        .containsExactly(true, false);
  }

  @Test
  void textsAreSimulatedLikePolicies() {
    assertThat(result(custom(Given.ALLOW_ALL)).evalDecision()).isEqualTo("allowed");
    var denied = result(custom(Given.ALLOW_ALL, Given.deny("s3:*", "*")));
    assertThat(denied.evalDecision()).isEqualTo("explicitDeny");
    assertThat(denied.matchedStatements().getFirst().sourcePolicyId())
        .isEqualTo("PolicyInputList.2");
    var bounded =
        custom(Given.ALLOW_ALL)
            .permissionsBoundaryPolicyInputList(List.of(Given.allow("sqs:*", "*")));
    assertThat(result(bounded).evalDecision()).isEqualTo("implicitDeny");
    assertThatThrownBy(() -> result(custom("{}"))).hasMessage("Syntax errors in policy.");
    assertThatThrownBy(() -> result(custom(Given.ALLOW_ALL).actionNames(List.of("s3:*"))))
        .hasMessage("Invalid action: s3:*");
  }

  @Test
  void aResourceOfAnotherAccountNeedsItsOwnersWord() {
    var asked =
        custom(Given.ALLOW_ALL)
            .callerArn(arn("user/alice"))
            .resourceArns(List.of("arn:aws:s3:::theirs/x"))
            .resourceOwner("arn:aws:iam::111111111111:root");
    assertThat(result(asked).evalDecision()).isEqualTo("implicitDeny");
    var policy =
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
         "Principal": {"AWS": "%s"}, "Resource": "arn:aws:s3:::theirs/*"}}"""
            .formatted(arn("user/alice"));
    assertThat(result(asked.resourcePolicy(policy)).evalDecision()).isEqualTo("allowed");
  }

  @Test
  void resultsComeInPages() {
    var request = custom(Given.ALLOW_ALL).actionNames(List.of("s3:A", "s3:B", "s3:C")).maxItems(2);
    var first = local.invoke(IamModel.SIMULATE_CUSTOM_POLICY, request.build());
    assertThat(first.evaluationResults()).hasSize(2);
    assertThat(first.isTruncated()).isTrue();
    var second =
        local.invoke(IamModel.SIMULATE_CUSTOM_POLICY, request.marker(first.marker()).build());
    assertThat(second.evaluationResults())
        .extracting(EvaluationResult::evalActionName)
        .containsExactly("s3:C");
  }

  @Test
  void theContextKeysOfPoliciesAreListed() {
    var texts = new GetContextKeysForCustomPolicyRequest(List.of(READ_WITH_TAG));
    assertThat(local.invoke(IamModel.GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY, texts).contextKeyNames())
        .containsExactly("aws:RequestTag/team", "aws:username");
    given.user("alice");
    given.userMay("alice", READ_WITH_TAG);
    var ofUser = new GetContextKeysForPrincipalPolicyRequest(null, arn("user/alice"));
    assertThat(
            local.invoke(IamModel.GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY, ofUser).contextKeyNames())
        .containsExactly("aws:RequestTag/team", "aws:username");
  }
}
