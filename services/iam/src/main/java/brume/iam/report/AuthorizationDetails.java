package brume.iam.report;

import brume.base.Scope;
import brume.iam.data.Directory;
import brume.iam.data.Entities;
import brume.iam.entity.Documents;
import brume.iam.entity.Listing;
import brume.iam.request.Shown;
import brume.model.iam.AttachedPolicy;
import brume.model.iam.GetAccountAuthorizationDetailsRequest;
import brume.model.iam.GetAccountAuthorizationDetailsResponse;
import brume.model.iam.Group;
import brume.model.iam.GroupDetail;
import brume.model.iam.ManagedPolicyDetail;
import brume.model.iam.Policy;
import brume.model.iam.PolicyDetail;
import brume.model.iam.Role;
import brume.model.iam.RoleDetail;
import brume.model.iam.User;
import brume.model.iam.UserDetail;
import brume.shape.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// All users, groups, roles and policies of an account, with how they belong together.
///
/// Source: IAM API reference, `GetAccountAuthorizationDetails`.
public record AuthorizationDetails(Directory directory, Scope scope) {
  /// One entity, before it is known whether the page shows it.
  private record Entry(String kind, String name, Structure entity) {
    String place() {
      return kind + '/' + name;
    }
  }

  public GetAccountAuthorizationDetailsResponse page(GetAccountAuthorizationDetailsRequest input) {
    var filter = input.filter();
    var entries = new ArrayList<Entry>();
    directory
        .users()
        .all(scope)
        .forEach(one -> entries.add(new Entry("User", one.userName(), one)));
    directory
        .groups()
        .all(scope)
        .forEach(one -> entries.add(new Entry("Group", one.groupName(), one)));
    directory
        .roles()
        .all(scope)
        .forEach(one -> entries.add(new Entry("Role", one.roleName(), one)));
    directory.attachedOrOwnPolicies(scope).forEach(one -> entries.add(policy(one)));
    if (filter != null && !filter.isEmpty()) {
      entries.removeIf(entry -> !filter.contains(entry.kind));
    }
    var page = Listing.of(entries, Entry::place, input.marker(), input.maxItems());
    return GetAccountAuthorizationDetailsResponse.builder()
        .userDetailList(of(page, User.class).stream().map(this::detail).toList())
        .groupDetailList(of(page, Group.class).stream().map(this::detail).toList())
        .roleDetailList(of(page, Role.class).stream().map(this::detail).toList())
        .policies(of(page, Policy.class).stream().map(this::detail).toList())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static <T extends Structure> List<T> of(Listing<Entry> page, Class<T> type) {
    return page.items().stream()
        .map(Entry::entity)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static Entry policy(Policy policy) {
    boolean own = !Objects.requireNonNull(policy.arn()).startsWith("arn:aws:iam::aws:");
    return new Entry(
        own ? "LocalManagedPolicy" : "AWSManagedPolicy",
        Objects.requireNonNull(policy.policyName()),
        policy);
  }

  private UserDetail detail(User user) {
    var name = user.userName();
    var groups = directory.memberships().groupsOf(scope, name);
    return UserDetail.builder()
        .arn(user.arn())
        .userName(name)
        .userId(user.userId())
        .path(user.path())
        .createDate(user.createDate())
        .tags(user.tags())
        .permissionsBoundary(user.permissionsBoundary())
        .groupList(groups.stream().map(Group::groupName).toList())
        .attachedManagedPolicies(attached(directory.users(), name))
        .userPolicyList(inline(directory.users(), name))
        .build();
  }

  private GroupDetail detail(Group group) {
    var name = group.groupName();
    return GroupDetail.builder()
        .arn(group.arn())
        .groupName(name)
        .groupId(group.groupId())
        .path(group.path())
        .createDate(group.createDate())
        .attachedManagedPolicies(attached(directory.groups(), name))
        .groupPolicyList(inline(directory.groups(), name))
        .build();
  }

  private RoleDetail detail(Role role) {
    var name = role.roleName();
    var profiles = directory.memberships().profilesOf(scope, name);
    return RoleDetail.builder()
        .arn(role.arn())
        .roleName(name)
        .roleId(role.roleId())
        .path(role.path())
        .createDate(role.createDate())
        .tags(role.tags())
        .permissionsBoundary(role.permissionsBoundary())
        .assumeRolePolicyDocument(Shown.whole(role).assumeRolePolicyDocument())
        .instanceProfileList(profiles.stream().map(Shown::profile).toList())
        .attachedManagedPolicies(attached(directory.roles(), name))
        .rolePolicyList(inline(directory.roles(), name))
        .build();
  }

  private ManagedPolicyDetail detail(Policy policy) {
    var arn = Objects.requireNonNull(policy.arn());
    var counted = directory.attachments().counted(scope, arn);
    var versions = directory.policies().versions(scope, arn);
    return ManagedPolicyDetail.builder()
        .arn(arn)
        .policyName(policy.policyName())
        .policyId(policy.policyId())
        .path(policy.path())
        .description(policy.description())
        .defaultVersionId(policy.defaultVersionId())
        .createDate(policy.createDate())
        .updateDate(policy.updateDate())
        .isAttachable(true)
        .attachmentCount(counted.attachmentCount())
        .permissionsBoundaryUsageCount(counted.permissionsBoundaryUsageCount())
        .policyVersionList(versions.stream().map(Shown::whole).toList())
        .build();
  }

  private <T extends Structure> List<AttachedPolicy> attached(Entities<T> entities, String name) {
    return directory.attachments().of(scope, entities, name).stream()
        .map(policy -> new AttachedPolicy(policy.arn(), policy.policyName()))
        .toList();
  }

  private <T extends Structure> List<PolicyDetail> inline(Entities<T> entities, String name) {
    return directory.inline().all(scope, entities, name).stream()
        .map(
            policy ->
                new PolicyDetail(
                    Documents.encoded(Objects.requireNonNull(policy.policyDocument())),
                    policy.policyName()))
        .toList();
  }
}
