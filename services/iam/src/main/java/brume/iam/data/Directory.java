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
    Keys keys) {

  /// What is found by its name.
  public record Named(
      Entities<User> users,
      Entities<Group> groups,
      Entities<Role> roles,
      Entities<InstanceProfile> profiles) {}

  public static Directory of(Store store) {
    var accounts = new Accounts(store);
    var attached = new Links("iam.attached");
    var boundaries = new Links("iam.boundary");
    var members = new Links("iam.member");
    var profileRoles = new Links("iam.profile-role");
    var inline = new InlinePolicies(accounts);
    var keys = new Keys(accounts, new Links("iam.key-of"));
    var detach =
        new Dependents(
            "Cannot delete entity, must detach all policies first.",
            (reader, scope, id) -> !attached.from(reader, scope, id).isEmpty());
    var named =
        new Named(
            new Entities<>(
                accounts,
                EntityType.USER,
                List.of(
                    detach,
                    inline.dependents(),
                    keys.dependents(),
                    new Dependents(
                        "Cannot delete entity, must remove users from group first.",
                        (reader, scope, id) -> !members.to(reader, scope, id).isEmpty()))),
            new Entities<>(
                accounts,
                EntityType.GROUP,
                List.of(
                    detach,
                    inline.dependents(),
                    new Dependents(
                        "Cannot delete entity, must remove users from group first.",
                        (reader, scope, id) -> !members.from(reader, scope, id).isEmpty()))),
            new Entities<>(
                accounts,
                EntityType.ROLE,
                List.of(
                    detach,
                    inline.dependents(),
                    new Dependents(
                        "Cannot delete entity, must remove roles from instance profile first.",
                        (reader, scope, id) -> !profileRoles.to(reader, scope, id).isEmpty()))),
            new Entities<>(
                accounts,
                EntityType.INSTANCE_PROFILE,
                List.of(
                    new Dependents(
                        "Cannot delete entity, must remove roles from instance profile first.",
                        (reader, scope, id) -> !profileRoles.from(reader, scope, id).isEmpty()))));
    // A policy is attached by its ARN, which its name and path make.
    var own = new Entities<>(accounts, EntityType.POLICY, List.of());
    var policies = new ManagedPolicies(accounts, own, attached, boundaries);
    return new Directory(
        accounts,
        named,
        policies,
        inline,
        new Attachments(accounts, policies, attached, boundaries),
        new Memberships(accounts, named, members, profileRoles),
        keys);
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

  /// The account's own policies and AWS's.
  public List<Policy> allPolicies(Scope scope) {
    var all = new ArrayList<>(AwsManagedPolicies.all());
    all.addAll(accounts.read(scope, (reader, global) -> policies.own().all(reader, global)));
    return all;
  }
}
