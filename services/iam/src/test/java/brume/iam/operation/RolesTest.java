package brume.iam.operation;

import static brume.iam.Given.allow;
import static brume.iam.Given.arn;
import static brume.iam.Given.trust;
import static brume.iam.Given.trustAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.iam.Given;
import brume.model.iam.AddRoleToInstanceProfileRequest;
import brume.model.iam.CreateInstanceProfileRequest;
import brume.model.iam.CreateRoleRequest;
import brume.model.iam.DeleteInstanceProfileRequest;
import brume.model.iam.DeletePolicyRequest;
import brume.model.iam.DeleteRolePermissionsBoundaryRequest;
import brume.model.iam.DeleteRoleRequest;
import brume.model.iam.GetInstanceProfileRequest;
import brume.model.iam.GetPolicyRequest;
import brume.model.iam.GetRoleRequest;
import brume.model.iam.IamModel;
import brume.model.iam.ListInstanceProfilesForRoleRequest;
import brume.model.iam.ListRolesRequest;
import brume.model.iam.PutRolePermissionsBoundaryRequest;
import brume.model.iam.RemoveRoleFromInstanceProfileRequest;
import brume.model.iam.Role;
import brume.model.iam.UpdateAssumeRolePolicyRequest;
import brume.model.iam.UpdateRoleDescriptionRequest;
import brume.model.iam.UpdateRoleRequest;
import brume.testing.Local;
import org.junit.jupiter.api.Test;

class RolesTest {
  private final Given given = new Given();
  private final Local local = given.local;

  @Test
  void aRoleIsShownAsItWasMade() {
    var request =
        CreateRoleRequest.builder()
            .roleName("r")
            .path("/service/")
            .description("d")
            .assumeRolePolicyDocument(trust("\"Service\": \"lambda.amazonaws.com\""))
            .build();
    var role = local.invoke(IamModel.CREATE_ROLE, request).role();
    assertThat(role.arn()).isEqualTo(arn("role/service/r"));
    assertThat(role.roleId()).matches("AROA[A-Z2-7]{17}");
    assertThat(role.maxSessionDuration()).isEqualTo(3600);
    assertThat(role.assumeRolePolicyDocument()).startsWith("%7B%22Version%22");
    assertThat(get("r")).isEqualTo(role);
    given.role("other", trustAccount());
    var under = ListRolesRequest.builder().pathPrefix("/service/").build();
    assertThat(local.invoke(IamModel.LIST_ROLES, under).roles()).containsExactly(role);
  }

  @Test
  void aTrustPolicyNamesPrincipals() {
    assertThatThrownBy(() -> given.role("r", allow("sts:AssumeRole", "*")))
        .isInstanceOf(brume.shape.ServiceException.class);
    given.role("r", trustAccount());
    assertThatThrownBy(
            () ->
                local.invoke(
                    IamModel.UPDATE_ASSUME_ROLE_POLICY,
                    new UpdateAssumeRolePolicyRequest("{}", "r")))
        .hasMessage("Syntax errors in policy.");
    var other = trust("\"Service\": \"x.amazonaws.com\"");
    local.invoke(IamModel.UPDATE_ASSUME_ROLE_POLICY, new UpdateAssumeRolePolicyRequest(other, "r"));
    assertThat(get("r").assumeRolePolicyDocument()).contains("x.amazonaws.com");
  }

  @Test
  void aRoleChanges() {
    given.role("r", trustAccount());
    local.invoke(IamModel.UPDATE_ROLE, new UpdateRoleRequest("d", 7200, "r"));
    assertThat(get("r").maxSessionDuration()).isEqualTo(7200);
    local.invoke(IamModel.UPDATE_ROLE_DESCRIPTION, new UpdateRoleDescriptionRequest("other", "r"));
    assertThat(get("r").description()).isEqualTo("other");
    assertThat(get("r").maxSessionDuration()).isEqualTo(7200);
  }

  @Test
  void aBoundaryIsUsedWhileARoleHasIt() {
    given.role("r", trustAccount());
    var policy = given.policy("b", allow("sqs:*", "*"));
    local.invoke(
        IamModel.PUT_ROLE_PERMISSIONS_BOUNDARY, new PutRolePermissionsBoundaryRequest(policy, "r"));
    assertThat(get("r").permissionsBoundary().permissionsBoundaryArn()).isEqualTo(policy);
    var used = local.invoke(IamModel.GET_POLICY, new GetPolicyRequest(policy)).policy();
    assertThat(used.permissionsBoundaryUsageCount()).isEqualTo(1);
    assertThat(used.attachmentCount()).isZero();
    assertThatThrownBy(() -> local.invoke(IamModel.DELETE_POLICY, new DeletePolicyRequest(policy)))
        .hasMessage("Cannot delete a policy attached to entities.");
    local.invoke(
        IamModel.DELETE_ROLE_PERMISSIONS_BOUNDARY, new DeleteRolePermissionsBoundaryRequest("r"));
    assertThat(get("r").permissionsBoundary()).isNull();
    local.invoke(IamModel.DELETE_POLICY, new DeletePolicyRequest(policy));
  }

  @Test
  void anInstanceProfileHasOneRole() {
    given.role("r", trustAccount());
    given.role("s", trustAccount());
    var create = CreateInstanceProfileRequest.builder().instanceProfileName("p").build();
    var made = local.invoke(IamModel.CREATE_INSTANCE_PROFILE, create).instanceProfile();
    assertThat(made.roles()).isEmpty();
    local.invoke(
        IamModel.ADD_ROLE_TO_INSTANCE_PROFILE, new AddRoleToInstanceProfileRequest("p", "r"));
    assertThatThrownBy(
            () ->
                local.invoke(
                    IamModel.ADD_ROLE_TO_INSTANCE_PROFILE,
                    new AddRoleToInstanceProfileRequest("p", "s")))
        .hasMessage("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
    var shown =
        local
            .invoke(IamModel.GET_INSTANCE_PROFILE, new GetInstanceProfileRequest("p"))
            .instanceProfile();
    assertThat(shown.roles()).extracting(Role::roleName).containsExactly("r");
    var having = ListInstanceProfilesForRoleRequest.builder().roleName("r").build();
    assertThat(local.invoke(IamModel.LIST_INSTANCE_PROFILES_FOR_ROLE, having).instanceProfiles())
        .containsExactly(shown);
    assertThatThrownBy(() -> local.invoke(IamModel.DELETE_ROLE, new DeleteRoleRequest("r")))
        .hasMessage("Cannot delete entity, must remove roles from instance profile first.");
    var delete = new DeleteInstanceProfileRequest("p");
    assertThatThrownBy(() -> local.invoke(IamModel.DELETE_INSTANCE_PROFILE, delete))
        .hasMessage("Cannot delete entity, must remove roles from instance profile first.");
    local.invoke(
        IamModel.REMOVE_ROLE_FROM_INSTANCE_PROFILE,
        new RemoveRoleFromInstanceProfileRequest("p", "r"));
    local.invoke(IamModel.DELETE_INSTANCE_PROFILE, delete);
    local.invoke(IamModel.DELETE_ROLE, new DeleteRoleRequest("r"));
  }

  private Role get(String name) {
    return local.invoke(IamModel.GET_ROLE, new GetRoleRequest(name)).role();
  }
}
