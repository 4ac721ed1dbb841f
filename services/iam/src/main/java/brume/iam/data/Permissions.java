package brume.iam.data;

import brume.base.Scope;
import brume.iam.entity.EntityType;
import brume.model.iam.AttachedPermissionsBoundary;
import brume.model.iam.Tag;
import brume.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a user or a role has that decides on its calls.
///
/// @param inline documents of inline policies, also of the user's groups
/// @param managed documents of managed policies that are in force, also of the user's groups
/// @param boundary the document of the permissions boundary; null for none
public record Permissions(
    List<String> inline, List<String> managed, @Nullable String boundary, List<Tag> tags) {

  /// Null when there is no such user any more.
  public static @Nullable Permissions ofUser(
      Directory directory, Reader reader, Scope scope, String userId) {
    var user = directory.users().findById(reader, scope, userId);
    if (user == null) {
      return null;
    }
    var holders = new ArrayList<>(List.of(userId));
    for (var group : directory.memberships().groupsOf(reader, scope, userId)) {
      holders.add(group.groupId());
    }
    var tags = EntityType.USER.tagsOf(user);
    return of(directory, reader, scope, holders, user.permissionsBoundary(), tags);
  }

  /// Null when there is no such role any more, though perhaps another of its name.
  public static @Nullable Permissions ofRole(
      Directory directory, Reader reader, Scope scope, String roleId) {
    var role = directory.roles().findById(reader, scope, roleId);
    if (role == null) {
      return null;
    }
    var tags = EntityType.ROLE.tagsOf(role);
    return of(directory, reader, scope, List.of(roleId), role.permissionsBoundary(), tags);
  }

  private static Permissions of(
      Directory directory,
      Reader reader,
      Scope scope,
      List<String> holders,
      @Nullable AttachedPermissionsBoundary bound,
      List<Tag> tags) {
    var inline = new ArrayList<String>();
    var managed = new ArrayList<String>();
    for (var holder : holders) {
      for (var policy : directory.inline().of(reader, scope, holder)) {
        inline.add(Objects.requireNonNull(policy.policyDocument()));
      }
      for (var policy : directory.attachments().of(reader, scope, holder)) {
        managed.add(directory.policies().document(reader, scope, policy));
      }
    }
    String boundary = null;
    if (bound != null) {
      var arn = Objects.requireNonNull(bound.permissionsBoundaryArn());
      var policy = directory.policies().get(reader, scope, arn);
      boundary = directory.policies().document(reader, scope, policy);
    }
    return new Permissions(List.copyOf(inline), List.copyOf(managed), boundary, tags);
  }
}
