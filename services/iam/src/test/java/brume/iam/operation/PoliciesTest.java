package brume.iam.operation;

import static brume.iam.Given.allow;
import static brume.iam.Given.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.iam.Given;
import brume.model.iam.AttachRolePolicyRequest;
import brume.model.iam.CreatePolicyVersionRequest;
import brume.model.iam.DeletePolicyRequest;
import brume.model.iam.DeletePolicyVersionRequest;
import brume.model.iam.GetPolicyRequest;
import brume.model.iam.GetPolicyVersionRequest;
import brume.model.iam.IamModel;
import brume.model.iam.ListEntitiesForPolicyRequest;
import brume.model.iam.ListPoliciesRequest;
import brume.model.iam.ListPolicyTagsRequest;
import brume.model.iam.ListPolicyVersionsRequest;
import brume.model.iam.PolicyRole;
import brume.model.iam.PolicyVersion;
import brume.model.iam.SetDefaultPolicyVersionRequest;
import brume.model.iam.Tag;
import brume.model.iam.TagPolicyRequest;
import brume.model.iam.UntagPolicyRequest;
import brume.testing.Local;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private final Given given = new Given();
  private final Local local = given.local;

  @Test
  void aPolicyHasVersions() {
    var arn = given.policy("p", allow("sqs:*", "*"));
    assertThat(arn).isEqualTo(arn("policy/p"));
    var second =
        local
            .invoke(
                IamModel.CREATE_POLICY_VERSION,
                new CreatePolicyVersionRequest(arn, allow("sns:*", "*"), true))
            .policyVersion();
    assertThat(second.versionId()).isEqualTo("v2");
    assertThat(second.isDefaultVersion()).isTrue();
    assertThat(document(arn, "v1")).contains("sqs:*");
    assertThat(document(arn, "v2")).contains("sns:*");
    assertThat(versions(arn)).extracting(PolicyVersion::versionId).containsExactly("v2", "v1");
    assertThatThrownBy(() -> deleteVersion(arn, "v2"))
        .hasMessage("Cannot delete the default version of a policy.");
    assertThatThrownBy(() -> delete(arn)).hasMessageStartingWith("This policy has more than one");
    local.invoke(
        IamModel.SET_DEFAULT_POLICY_VERSION, new SetDefaultPolicyVersionRequest(arn, "v1"));
    deleteVersion(arn, "v2");
    var third =
        local.invoke(
            IamModel.CREATE_POLICY_VERSION,
            new CreatePolicyVersionRequest(arn, allow("sns:*", "*"), false));
    assertThat(third.policyVersion().versionId()).isEqualTo("v3");
    deleteVersion(arn, "v3");
    delete(arn);
    assertThatThrownBy(() -> document(arn, "v1")).hasMessage("Policy " + arn + " was not found.");
  }

  @Test
  void fiveVersionsAreEnough() {
    var arn = given.policy("p", allow("sqs:*", "*"));
    var more = new CreatePolicyVersionRequest(arn, allow("sns:*", "*"), false);
    for (int i = 0; i < 4; i++) {
      local.invoke(IamModel.CREATE_POLICY_VERSION, more);
    }
    assertThatThrownBy(() -> local.invoke(IamModel.CREATE_POLICY_VERSION, more))
        .hasMessageStartingWith("A managed policy can have up to 5 versions.");
  }

  @Test
  void anAttachedPolicyStays() {
    var arn = given.policy("p", allow("sqs:*", "*"));
    var role = given.role("r", Given.trustAccount());
    local.invoke(IamModel.ATTACH_ROLE_POLICY, new AttachRolePolicyRequest(arn, "r"));
    assertThatThrownBy(() -> delete(arn))
        .hasMessage("Cannot delete a policy attached to entities.");
    var having =
        local.invoke(
            IamModel.LIST_ENTITIES_FOR_POLICY,
            ListEntitiesForPolicyRequest.builder().policyArn(arn).build());
    assertThat(having.policyRoles()).containsExactly(new PolicyRole(role.roleId(), "r"));
    assertThat(having.policyUsers()).isEmpty();
  }

  @Test
  void policiesAreListedByScopeAndUse() {
    var arn = given.policy("p", allow("sqs:*", "*"));
    assertThat(list(ListPoliciesRequest.builder().scope("Local"))).containsExactly(arn);
    var aws = list(ListPoliciesRequest.builder().scope("AWS").maxItems(1000));
    assertThat(aws).contains("arn:aws:iam::aws:policy/AdministratorAccess").doesNotContain(arn);
    assertThat(list(ListPoliciesRequest.builder().onlyAttached(true))).isEmpty();
    given.role("r", Given.trustAccount());
    local.invoke(IamModel.ATTACH_ROLE_POLICY, new AttachRolePolicyRequest(arn, "r"));
    assertThat(list(ListPoliciesRequest.builder().onlyAttached(true))).containsExactly(arn);
    assertThat(list(ListPoliciesRequest.builder().pathPrefix("/service-role/")))
        .contains("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")
        .doesNotContain(arn);
  }

  @Test
  void documentsMustBePolicies() {
    assertThatThrownBy(() -> given.policy("p", "{\"Statement\": []}"))
        .isInstanceOf(brume.shape.ServiceException.class);
    assertThatThrownBy(() -> given.policy("p", allow("sqs:" + "x".repeat(6144), "*")))
        .hasMessage("Cannot exceed quota for PolicySize: 6144");
    given.policy("p", allow("sqs:*", "*"));
    assertThatThrownBy(() -> given.policy("P", allow("sqs:*", "*")))
        .hasMessage("A policy called P already exists. Duplicate names are not allowed.");
  }

  @Test
  void policiesHaveTags() {
    var arn = given.policy("p", allow("sqs:*", "*"));
    local.invoke(IamModel.TAG_POLICY, new TagPolicyRequest(arn, List.of(new Tag("a", "1"))));
    var tags = ListPolicyTagsRequest.builder().policyArn(arn).build();
    assertThat(local.invoke(IamModel.LIST_POLICY_TAGS, tags).tags())
        .containsExactly(new Tag("a", "1"));
    local.invoke(IamModel.UNTAG_POLICY, new UntagPolicyRequest(arn, List.of("a")));
    assertThat(local.invoke(IamModel.LIST_POLICY_TAGS, tags).tags()).isEmpty();
  }

  @Test
  void policiesOfAwsCannotBeChanged() {
    var arn = "arn:aws:iam::aws:policy/AdministratorAccess";
    assertThat(local.invoke(IamModel.GET_POLICY, new GetPolicyRequest(arn)).policy().policyName())
        .isEqualTo("AdministratorAccess");
    assertThat(document(arn, "v1")).contains("\"Action\": \"*\"");
    assertThatThrownBy(() -> delete(arn)).hasMessage("Policy " + arn + " was not found.");
  }

  private String document(String arn, String version) {
    var shown =
        local.invoke(IamModel.GET_POLICY_VERSION, new GetPolicyVersionRequest(arn, version));
    return URLDecoder.decode(shown.policyVersion().document(), StandardCharsets.UTF_8);
  }

  private List<PolicyVersion> versions(String arn) {
    var request = ListPolicyVersionsRequest.builder().policyArn(arn).build();
    return local.invoke(IamModel.LIST_POLICY_VERSIONS, request).versions();
  }

  private void deleteVersion(String arn, String version) {
    local.invoke(IamModel.DELETE_POLICY_VERSION, new DeletePolicyVersionRequest(arn, version));
  }

  private void delete(String arn) {
    local.invoke(IamModel.DELETE_POLICY, new DeletePolicyRequest(arn));
  }

  private List<String> list(ListPoliciesRequest.Builder request) {
    return local.invoke(IamModel.LIST_POLICIES, request.build()).policies().stream()
        .map(policy -> policy.arn())
        .toList();
  }
}
