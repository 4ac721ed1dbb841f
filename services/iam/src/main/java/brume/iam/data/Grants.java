package brume.iam.data;

import brume.base.Scope;
import brume.iam.entity.EntityType;
import brume.model.iam.AttachedPermissionsBoundary;
import brume.model.iam.Tag;
import brume.shape.Structure;
import brume.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What IAM says of a user or a role: the documents that grant, the one that bounds, and the tags.
///
/// @param documents of its inline and attached policies and, for a user, those of its groups
/// @param boundary the document of its permissions boundary
public record Grants(List<String> documents, @Nullable String boundary, List<Tag> tags) {

  /// Null when there is no such user any more.
  public static @Nullable Grants ofUser(
      Directory directory, Reader reader, Scope scope, String userId) {
    var user = directory.users().findById(reader, scope, userId);
    if (user == null) {
      return null;
    }
    var documents = documents(directory, reader, scope, userId);
    for (var group : directory.memberships().groupsOf(reader, scope, userId)) {
      documents.addAll(documents(directory, reader, scope, group.groupId()));
    }
    return of(directory, reader, scope, EntityType.USER, user, documents);
  }

  /// Null when there is no such role any more.
  public static @Nullable Grants ofRole(
      Directory directory, Reader reader, Scope scope, String roleId) {
    var role = directory.roles().findById(reader, scope, roleId);
    return role == null
        ? null
        : of(
            directory,
            reader,
            scope,
            EntityType.ROLE,
            role,
            documents(directory, reader, scope, roleId));
  }

  private static <T extends Structure> Grants of(
      Directory directory,
      Reader reader,
      Scope scope,
      EntityType<T> type,
      T entity,
      List<String> documents) {
    int at = type.shape().indexOf("PermissionsBoundary");
    var bounded = (AttachedPermissionsBoundary) entity.member(at);
    var arn = bounded == null ? null : bounded.permissionsBoundaryArn();
    var policies = directory.policies();
    var boundary =
        arn == null ? null : policies.document(reader, scope, policies.get(reader, scope, arn));
    return new Grants(List.copyOf(documents), boundary, type.tagsOf(entity));
  }

  private static List<String> documents(
      Directory directory, Reader reader, Scope scope, String id) {
    var documents = new ArrayList<String>();
    for (var policy : directory.inline().of(reader, scope, id)) {
      documents.add(Objects.requireNonNull(policy.policyDocument()));
    }
    for (var policy : directory.attachments().of(reader, scope, id)) {
      documents.add(directory.policies().document(reader, scope, policy));
    }
    return documents;
  }
}
