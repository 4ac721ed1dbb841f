package brume.iam.data;

import static brume.model.iam.IamError.LIMIT_EXCEEDED_EXCEPTION;

import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.iam.entity.EntityType;
import brume.model.iam.Group;
import brume.model.iam.InstanceProfile;
import brume.model.iam.Role;
import brume.model.iam.User;
import brume.shape.Structure;
import brume.store.Reader;
import java.util.List;
import java.util.Objects;

/// Which users are in which groups, and which roles in which instance profiles.
public final class Memberships {
  /// Source: IAM User Guide, "IAM and AWS STS quotas".
  private static final int MAX_GROUPS_PER_USER = 10;

  private static final int MAX_ROLES_PER_PROFILE = 1;

  private final Accounts accounts;
  private final Entities<User> users;
  private final Entities<Group> groups;
  private final Entities<Role> roles;
  private final Entities<InstanceProfile> profiles;
  private final Links members;
  private final Links profileRoles;

  Memberships(Accounts accounts, Directory.Named named, Links members, Links profileRoles) {
    this.accounts = accounts;
    this.users = named.users();
    this.groups = named.groups();
    this.roles = named.roles();
    this.profiles = named.profiles();
    this.members = members;
    this.profileRoles = profileRoles;
  }

  /// Adding a member again is no error.
  public void addUser(Scope scope, String group, String user) {
    accounts.run(
        scope,
        (transaction, global) -> {
          var groupId = groups.get(transaction, global, group).groupId();
          var userId = users.get(transaction, global, user).userId();
          if (members.add(transaction, global, groupId, userId)
              && members.to(transaction, global, userId).size() > MAX_GROUPS_PER_USER) {
            throw EntityKind.quotaExceeded("GroupsPerUser", MAX_GROUPS_PER_USER);
          }
        });
  }

  /// Removing who is no member is no error.
  public void removeUser(Scope scope, String group, String user) {
    accounts.run(
        scope,
        (transaction, global) -> {
          var groupId = groups.get(transaction, global, group).groupId();
          var userId = users.get(transaction, global, user).userId();
          members.remove(transaction, global, groupId, userId);
        });
  }

  public List<User> usersOf(Scope scope, String group) {
    return accounts.read(
        scope,
        (reader, global) -> {
          var id = groups.get(reader, global, group).groupId();
          return found(reader, global, users, members.from(reader, global, id));
        });
  }

  public List<Group> groupsOf(Scope scope, String user) {
    return accounts.read(
        scope,
        (reader, global) -> groupsOf(reader, global, users.get(reader, global, user).userId()));
  }

  List<Group> groupsOf(Reader reader, Scope scope, String userId) {
    return found(reader, scope, groups, members.to(reader, scope, userId));
  }

  public void addRole(Scope scope, String profile, String role) {
    accounts.run(
        scope,
        (transaction, global) -> {
          var id = profiles.get(transaction, global, profile).instanceProfileId();
          var roleId = roles.get(transaction, global, role).roleId();
          if (!profileRoles.from(transaction, global, id).isEmpty()) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "Cannot exceed quota for InstanceSessionsPerInstanceProfile: "
                    + MAX_ROLES_PER_PROFILE);
          }
          profileRoles.add(transaction, global, id, roleId);
        });
  }

  public void removeRole(Scope scope, String profile, String role) {
    accounts.run(
        scope,
        (transaction, global) -> {
          var id = profiles.get(transaction, global, profile).instanceProfileId();
          var found = roles.find(transaction, global, role);
          if (found == null || !profileRoles.remove(transaction, global, id, found.roleId())) {
            throw EntityKind.ROLE.notFound(role);
          }
        });
  }

  public List<InstanceProfile> profilesOf(Scope scope, String role) {
    return accounts.read(
        scope,
        (reader, global) -> {
          var id = roles.get(reader, global, role).roleId();
          return found(reader, global, profiles, profileRoles.to(reader, global, id));
        });
  }

  /// An instance profile as it is shown: with its role.
  public InstanceProfile withRoles(Scope scope, InstanceProfile profile) {
    var id = EntityType.INSTANCE_PROFILE.of(profile).id();
    return accounts.read(
        scope,
        (reader, global) ->
            profile.toBuilder()
                .roles(found(reader, global, roles, profileRoles.from(reader, global, id)))
                .build());
  }

  private static <T extends Structure> List<T> found(
      Reader reader, Scope scope, Entities<T> entities, List<String> ids) {
    return ids.stream()
        .map(id -> Objects.requireNonNull(entities.findById(reader, scope, id)))
        .toList();
  }
}
