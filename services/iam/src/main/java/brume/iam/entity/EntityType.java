package brume.iam.entity;

import brume.model.iam.Group;
import brume.model.iam.InstanceProfile;
import brume.model.iam.Policy;
import brume.model.iam.Role;
import brume.model.iam.Tag;
import brume.model.iam.User;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How to read what all kinds of entities have, although their records share no type.
///
/// @param identity reads name, unique id, path and ARN of one
/// @param tags reads its tags, where such entities have any
/// @param withTags gives it other tags
public record EntityType<T extends Structure>(
    EntityKind kind,
    StructureShape<T> shape,
    Function<T, Identity> identity,
    Function<T, @Nullable List<Tag>> tags,
    BiFunction<T, List<Tag>, T> withTags) {

  /// @param id unique for ever, also when the entity is renamed
  public record Identity(String name, String id, String path, String arn) {}

  public static final EntityType<User> USER =
      new EntityType<>(
          EntityKind.USER,
          User.SHAPE,
          user -> new Identity(user.userName(), user.userId(), user.path(), user.arn()),
          User::tags,
          (user, tags) -> user.toBuilder().tags(tags).build());

  /// Groups have no tags.
  public static final EntityType<Group> GROUP =
      new EntityType<>(
          EntityKind.GROUP,
          Group.SHAPE,
          group -> new Identity(group.groupName(), group.groupId(), group.path(), group.arn()),
          _ -> null,
          (group, _) -> group);

  public static final EntityType<Role> ROLE =
      new EntityType<>(
          EntityKind.ROLE,
          Role.SHAPE,
          role -> new Identity(role.roleName(), role.roleId(), role.path(), role.arn()),
          Role::tags,
          (role, tags) -> role.toBuilder().tags(tags).build());

  public static final EntityType<InstanceProfile> INSTANCE_PROFILE =
      new EntityType<>(
          EntityKind.INSTANCE_PROFILE,
          InstanceProfile.SHAPE,
          profile ->
              new Identity(
                  profile.instanceProfileName(),
                  profile.instanceProfileId(),
                  profile.path(),
                  profile.arn()),
          InstanceProfile::tags,
          (profile, tags) -> profile.toBuilder().tags(tags).build());

  public static final EntityType<Policy> POLICY =
      new EntityType<>(
          EntityKind.POLICY,
          Policy.SHAPE,
          policy ->
              new Identity(
                  Objects.requireNonNull(policy.policyName()),
                  Objects.requireNonNull(policy.policyId()),
                  Objects.requireNonNull(policy.path()),
                  Objects.requireNonNull(policy.arn())),
          Policy::tags,
          (policy, tags) -> policy.toBuilder().tags(tags).build());

  public Identity of(T entity) {
    return identity.apply(entity);
  }

  public List<Tag> tagsOf(T entity) {
    var all = tags.apply(entity);
    return all == null ? List.of() : all;
  }
}
