package brume.iam.data;

import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.iam.entity.EntityType;
import brume.model.iam.AttachedPermissionsBoundary;
import brume.model.iam.Policy;
import brume.model.iam.Tag;
import brume.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a user or a role has that decides on its calls.
///
/// @param policies inline and managed ones, those of the user's groups included; of managed
///   policies, the versions that are in force
/// @param boundary the permissions boundary; null for none
public record Permissions(List<Held> policies, @Nullable Held boundary, List<Tag> tags) {
  /// Whose policies they are: the identity itself, or a group of it.
  private record Holder(EntityType.Identity identity, EntityKind kind) {}

  /// Null when there is no such user any more.
  public static @Nullable Permissions ofUser(
      Directory directory, Reader reader, Scope scope, String userId) {
    var user = directory.users().findById(reader, scope, userId);
    if (user == null) {
      return null;
    }
    var holders = new ArrayList<Holder>();
    holders.add(new Holder(EntityType.USER.of(user), EntityKind.USER));
    for (var group : directory.memberships().groupsOf(reader, scope, userId)) {
      holders.add(new Holder(EntityType.GROUP.of(group), EntityKind.GROUP));
    }
    var tags = EntityType.USER.tagsOf(user);
    return of(directory, reader, scope, holders, user.permissionsBoundary(), tags);
  }

  /// Null when there is no such group any more.
  public static @Nullable Permissions ofGroup(
      Directory directory, Reader reader, Scope scope, String groupId) {
    var group = directory.groups().findById(reader, scope, groupId);
    if (group == null) {
      return null;
    }
    var holders = List.of(new Holder(EntityType.GROUP.of(group), EntityKind.GROUP));
    return of(directory, reader, scope, holders, null, List.of());
  }

  /// Null when there is no such role any more, though perhaps another of its name.
  public static @Nullable Permissions ofRole(
      Directory directory, Reader reader, Scope scope, String roleId) {
    var role = directory.roles().findById(reader, scope, roleId);
    if (role == null) {
      return null;
    }
    var holders = List.of(new Holder(EntityType.ROLE.of(role), EntityKind.ROLE));
    var tags = EntityType.ROLE.tagsOf(role);
    return of(directory, reader, scope, holders, role.permissionsBoundary(), tags);
  }

  private static Permissions of(
      Directory directory,
      Reader reader,
      Scope scope,
      List<Holder> holders,
      @Nullable AttachedPermissionsBoundary bound,
      List<Tag> tags) {
    var policies = new ArrayList<Held>();
    for (var holder : holders) {
      var id = holder.identity.id();
      for (var policy : directory.inline().of(reader, scope, id)) {
        policies.add(
            Held.inline(
                holder.kind.noun(),
                holder.identity.name(),
                Objects.requireNonNull(policy.policyName()),
                Objects.requireNonNull(policy.policyDocument())));
      }
      for (var policy : directory.attachments().of(reader, scope, id)) {
        policies.add(managed(directory, reader, scope, policy));
      }
    }
    var boundary =
        bound == null
            ? null
            : managed(
                directory,
                reader,
                scope,
                directory
                    .policies()
                    .get(reader, scope, Objects.requireNonNull(bound.permissionsBoundaryArn())));
    return new Permissions(List.copyOf(policies), boundary, tags);
  }

  private static Held managed(Directory directory, Reader reader, Scope scope, Policy policy) {
    var document = directory.policies().document(reader, scope, policy);
    return Held.managed(Objects.requireNonNull(policy.arn()), document);
  }
}
