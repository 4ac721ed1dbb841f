package brume.iam.data;

import brume.base.Scope;
import brume.iam.entity.EntityType;
import brume.model.iam.Group;
import brume.model.iam.InstanceProfile;
import brume.model.iam.Policy;
import brume.model.iam.Role;
import brume.model.iam.User;
import brume.store.Store;
import java.util.ArrayList;
import java.util.List;

/// All that IAM keeps.
///
/// @param attachments managed policies of users, groups and roles
/// @param memberships users in groups, roles in instance profiles
public record Directory(
    Accounts accounts,
    Named named,
    ManagedPolicies policies,
    InlinePolicies inline,
    Attachments attachments,
    Memberships memberships,
    Keys keys,
    OpenIdProviders openIdProviders,
    AccountRecords account) {

  /// What is found by its name.
  public record Named(
      Entities<User> users,
      Entities<Group> groups,
      Entities<Role> roles,
      Entities<InstanceProfile> profiles) {}

  /// The relations between the ids of entities.
  private record Relations(Links attached, Links boundaries, Links members, Links profileRoles) {
    Dependents policies() {
      return new Dependents(
          "Cannot delete entity, must detach all policies first.",
          (reader, scope, id) -> !attached.from(reader, scope, id).isEmpty());
    }

    Dependents groupsOfUser() {
      return new Dependents(
          "Cannot delete entity, must remove users from group first.",
          (reader, scope, id) -> !members.to(reader, scope, id).isEmpty());
    }

    Dependents usersOfGroup() {
      return new Dependents(
          "Cannot delete entity, must remove users from group first.",
          (reader, scope, id) -> !members.from(reader, scope, id).isEmpty());
    }

    Dependents profilesOfRole() {
      return new Dependents(
          "Cannot delete entity, must remove roles from instance profile first.",
          (reader, scope, id) -> !profileRoles.to(reader, scope, id).isEmpty());
    }

    Dependents rolesOfProfile() {
      return new Dependents(
          "Cannot delete entity, must remove roles from instance profile first.",
          (reader, scope, id) -> !profileRoles.from(reader, scope, id).isEmpty());
    }
  }

  public static Directory of(Store store) {
    var accounts = new Accounts(store);
    var relations =
        new Relations(
            new Links("iam.attached"),
            new Links("iam.boundary"),
            new Links("iam.member"),
            new Links("iam.profile-role"));
    var inline = new InlinePolicies(accounts);
    var keys = new Keys(accounts, new Links("iam.key-of"));
    var named = named(accounts, relations, inline, keys);
    var own = new Entities<>(accounts, EntityType.POLICY, List.of());
    var policies = new ManagedPolicies(accounts, own, relations.attached, relations.boundaries);
    var attachments = new Attachments(accounts, policies, relations.attached, relations.boundaries);
    var memberships = new Memberships(accounts, named, relations.members, relations.profileRoles);
    return new Directory(
        accounts,
        named,
        policies,
        inline,
        attachments,
        memberships,
        keys,
        new OpenIdProviders(accounts),
        new AccountRecords(accounts));
  }

  private static Named named(
      Accounts accounts, Relations relations, InlinePolicies inline, Keys keys) {
    var policies = relations.policies();
    return new Named(
        new Entities<>(
            accounts,
            EntityType.USER,
            List.of(policies, inline.dependents(), keys.dependents(), relations.groupsOfUser())),
        new Entities<>(
            accounts,
            EntityType.GROUP,
            List.of(policies, inline.dependents(), relations.usersOfGroup())),
        new Entities<>(
            accounts,
            EntityType.ROLE,
            List.of(policies, inline.dependents(), relations.profilesOfRole())),
        new Entities<>(accounts, EntityType.INSTANCE_PROFILE, List.of(relations.rolesOfProfile())));
  }

  public Entities<User> users() {
    return named.users();
  }

  public Entities<Group> groups() {
    return named.groups();
  }

  public Entities<Role> roles() {
    return named.roles();
  }

  public Entities<InstanceProfile> profiles() {
    return named.profiles();
  }

  public Bounded<User> boundedUsers() {
    return Bounded.users(accounts, users(), attachments);
  }

  public Bounded<Role> boundedRoles() {
    return Bounded.roles(accounts, roles(), attachments);
  }

  /// The account's own policies, and those of AWS's that something has.
  public List<Policy> attachedOrOwnPolicies(Scope scope) {
    return allPolicies(scope).stream()
        .filter(
            policy ->
                !String.valueOf(policy.arn()).startsWith("arn:aws:iam::aws:")
                    || isUsed(attachments.counted(scope, String.valueOf(policy.arn()))))
        .toList();
  }

  private static boolean isUsed(Policy counted) {
    return !Integer.valueOf(0).equals(counted.attachmentCount())
        || !Integer.valueOf(0).equals(counted.permissionsBoundaryUsageCount());
  }

  /// The account's own policies and AWS's.
  public List<Policy> allPolicies(Scope scope) {
    var all = new ArrayList<>(AwsManagedPolicies.all());
    all.addAll(accounts.read(scope, (reader, global) -> policies.own().all(reader, global)));
    return all;
  }
}
