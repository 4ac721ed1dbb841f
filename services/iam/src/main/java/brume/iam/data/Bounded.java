package brume.iam.data;

import brume.base.Scope;
import brume.model.iam.AttachedPermissionsBoundary;
import brume.model.iam.Role;
import brume.model.iam.User;
import brume.shape.Structure;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Users or roles as those who can have a permissions boundary.
public final class Bounded<T extends Structure> {
  private final Accounts accounts;
  private final Entities<T> entities;
  private final Attachments attachments;
  private final BiFunction<T, @Nullable AttachedPermissionsBoundary, T> with;

  private Bounded(
      Accounts accounts,
      Entities<T> entities,
      Attachments attachments,
      BiFunction<T, @Nullable AttachedPermissionsBoundary, T> with) {
    this.accounts = accounts;
    this.entities = entities;
    this.attachments = attachments;
    this.with = with;
  }

  static Bounded<User> users(Accounts accounts, Entities<User> users, Attachments attachments) {
    return new Bounded<>(
        accounts,
        users,
        attachments,
        (user, boundary) -> user.toBuilder().permissionsBoundary(boundary).build());
  }

  static Bounded<Role> roles(Accounts accounts, Entities<Role> roles, Attachments attachments) {
    return new Bounded<>(
        accounts,
        roles,
        attachments,
        (role, boundary) -> role.toBuilder().permissionsBoundary(boundary).build());
  }

  /// @param boundary the ARN of a managed policy; null for none
  public T create(Scope scope, T entity, @Nullable String boundary) {
    return accounts.change(
        scope,
        (transaction, global) -> {
          var bounded = with.apply(entity, record(boundary));
          entities.add(transaction, global, bounded);
          attachments.bound(transaction, global, id(entity), boundary);
          return bounded;
        });
  }

  public T bound(Scope scope, String name, @Nullable String boundary) {
    return entities.within(
        scope,
        name,
        (transaction, entity) -> {
          var global = Accounts.scope(scope.account());
          attachments.bound(transaction, global, id(entity), boundary);
          return entities.replace(
              transaction, global, entity, with.apply(entity, record(boundary)));
        });
  }

  public void delete(Scope scope, String name) {
    entities.within(
        scope,
        name,
        (transaction, entity) -> {
          var global = Accounts.scope(scope.account());
          attachments.bound(transaction, global, id(entity), null);
          entities.remove(transaction, global, entity);
          return entity;
        });
  }

  private String id(T entity) {
    return entities.type().of(entity).id();
  }

  private static @Nullable AttachedPermissionsBoundary record(@Nullable String boundary) {
    return boundary == null
        ? null
        : new AttachedPermissionsBoundary(boundary, "PermissionsBoundaryPolicy");
  }
}
