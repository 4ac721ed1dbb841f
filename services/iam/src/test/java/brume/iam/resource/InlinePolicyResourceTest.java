package brume.iam.resource;

import static brume.iam.Given.trustAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.iam.Given;
import brume.json.Json;
import brume.model.iam.GetGroupPolicyRequest;
import brume.model.iam.GetRolePolicyRequest;
import brume.model.iam.GetUserPolicyRequest;
import brume.model.iam.IamModel;
import brume.service.ResourceType;
import brume.service.ResourceType.Request;
import brume.testing.Local;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InlinePolicyResourceTest {
  private final Given given = new Given();
  private final Local local = given.local;

  @Test
  void aRoleHasAPolicyOfItsOwn() {
    given.role("h", trustAccount());
    var get = new GetRolePolicyRequest("p", "h");
    comesChangesAndGoes(
        InlinePolicyResource.ofRoles(),
        "RoleName",
        () -> local.invoke(IamModel.GET_ROLE_POLICY, get).policyDocument());
  }

  @Test
  void aUserHasAPolicyOfItsOwn() {
    given.user("h");
    var get = new GetUserPolicyRequest("p", "h");
    comesChangesAndGoes(
        InlinePolicyResource.ofUsers(),
        "UserName",
        () -> local.invoke(IamModel.GET_USER_POLICY, get).policyDocument());
  }

  @Test
  void aGroupHasAPolicyOfItsOwn() {
    given.group("h");
    var get = new GetGroupPolicyRequest("h", "p");
    comesChangesAndGoes(
        InlinePolicyResource.ofGroups(),
        "GroupName",
        () -> local.invoke(IamModel.GET_GROUP_POLICY, get).policyDocument());
  }

  private void comesChangesAndGoes(ResourceType type, String property, Supplier<String> shown) {
    assertThat(type.createOnly()).containsExactlyInAnyOrder("PolicyName", property);
    var before = properties(property, "sqs:SendMessage");
    var policy = type.create(local.call(), request(before));
    assertThat(policy.physicalId()).isEqualTo("p|h");
    assertThat(type.create(local.call(), request(before))).isEqualTo(policy);
    assertThat(shown.get()).contains("SendMessage");
    var after = properties(property, "sqs:ReceiveMessage");
    assertThat(type.update(local.call(), policy, before, request(after))).isEqualTo(policy);
    assertThat(shown.get()).contains("ReceiveMessage").doesNotContain("SendMessage");
    type.delete(local.call(), policy, after);
    type.delete(local.call(), policy, after);
    assertThatThrownBy(shown::get).hasMessageContaining("cannot be found");
  }

  @Test
  void aPolicyNeedsAHolderThatIsThere() {
    var type = InlinePolicyResource.ofRoles();
    var properties = properties("RoleName", "sqs:*");
    assertThatThrownBy(() -> type.create(local.call(), request(properties)))
        .hasMessageContaining("cannot be found");
    assertThatThrownBy(() -> type.create(local.call(), request(properties.without("RoleName"))))
        .hasMessage("Property RoleName cannot be empty.");
  }

  private static Json.Obj properties(String holder, String action) {
    return (Json.Obj)
        Json.parse(
            """
            {"%s": "h", "PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "*"}]}}"""
                .formatted(holder, action));
  }

  private static Request request(Json.Obj properties) {
    return new Request("stack", "Thing", "TOKEN", properties, Map.of());
  }
}
