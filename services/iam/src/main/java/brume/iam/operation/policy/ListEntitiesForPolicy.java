package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.ListEntitiesForPolicyRequest;
import brume.model.iam.ListEntitiesForPolicyResponse;
import brume.model.iam.PolicyGroup;
import brume.model.iam.PolicyRole;
import brume.model.iam.PolicyUser;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the users, groups and roles that have a managed policy.
final class ListEntitiesForPolicy
    implements Operation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> {
  private final Directory directory;

  ListEntitiesForPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListEntitiesForPolicyRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public ListEntitiesForPolicyResponse run(Call call, ListEntitiesForPolicyRequest input) {
    boolean asBoundary = "PermissionsBoundary".equals(input.policyUsageFilter());
    var attachments = directory.attachments();
    var users = attachments.having(call.scope(), directory.users(), input.policyArn(), asBoundary);
    var groups =
        attachments.having(call.scope(), directory.groups(), input.policyArn(), asBoundary);
    var roles = attachments.having(call.scope(), directory.roles(), input.policyArn(), asBoundary);
    return ListEntitiesForPolicyResponse.builder()
        .policyUsers(
            users.stream()
                .filter(user -> isWanted(input, "User", user.path()))
                .map(user -> new PolicyUser(user.userId(), user.userName()))
                .toList())
        .policyGroups(
            groups.stream()
                .filter(group -> isWanted(input, "Group", group.path()))
                .map(group -> new PolicyGroup(group.groupId(), group.groupName()))
                .toList())
        .policyRoles(
            roles.stream()
                .filter(role -> isWanted(input, "Role", role.path()))
                .map(role -> new PolicyRole(role.roleId(), role.roleName()))
                .toList())
        .isTruncated(false)
        .build();
  }

  private static boolean isWanted(ListEntitiesForPolicyRequest input, String type, String path) {
    return (input.entityFilter() == null || input.entityFilter().equals(type))
        && (input.pathPrefix() == null || path.startsWith(input.pathPrefix()));
  }
}
