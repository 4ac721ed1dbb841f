package brume.iam.simulation;

import static brume.model.iam.IamError.INVALID_INPUT_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.iam.data.Directory;
import brume.iam.data.Entities;
import brume.iam.data.Permissions;
import brume.identity.Principal;
import brume.shape.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the users, groups and roles whose permissions are simulated.
public record Subjects(Directory directory) {
  private static final String SESSION = "simulation";

  /// Somebody without any permissions.
  ///
  /// @param arn of the user whom the calls are made as; null for nobody in particular
  public static Subject nobody(Scope scope, @Nullable String arn) {
    var none = new Permissions(List.of(), null, List.of());
    return new Subject(caller(scope, arn), none);
  }

  private static Principal caller(Scope scope, @Nullable String arn) {
    if (arn == null) {
      return new Principal.User(scope.account(), "/", SESSION, SESSION);
    }
    var user = Arn.parse(arn).filter(each -> each.resource().startsWith("user/"));
    if (user.isEmpty()) {
      throw INVALID_INPUT_EXCEPTION.because("Invalid Entity Arn: " + arn);
    }
    var path = user.get().resource().substring("user".length());
    var name = Entities.nameOf(arn);
    var folder = path.substring(0, path.length() - name.length());
    return new Principal.User(user.get().account(), folder, name, SESSION);
  }

  /// Throws `NoSuchEntity` when there is no such user, group or role.
  public Subject of(Scope scope, String arn) {
    var kind =
        Arn.parse(arn)
            .filter(each -> each.account().equals(scope.account()))
            .map(each -> each.resource().replaceFirst("/.*", ""))
            .orElseThrow(() -> INVALID_INPUT_EXCEPTION.because("Invalid Entity Arn: " + arn));
    return switch (kind) {
      case "user" -> user(scope, arn);
      case "group" -> group(scope, arn);
      case "role" -> role(scope, arn);
      default -> throw INVALID_INPUT_EXCEPTION.because("Invalid Entity Arn: " + arn);
    };
  }

  private Subject user(Scope scope, String arn) {
    var user = directory.users().get(scope, Entities.nameOf(arn));
    require(arn, user.arn());
    var principal =
        new Principal.User(scope.account(), user.path(), user.userName(), user.userId());
    return subject(
        scope,
        arn,
        principal,
        (reader, global) -> Permissions.ofUser(directory, reader, global, user.userId()));
  }

  private Subject group(Scope scope, String arn) {
    var group = directory.groups().get(scope, Entities.nameOf(arn));
    require(arn, group.arn());
    return subject(
        scope,
        arn,
        caller(scope, null),
        (reader, global) -> Permissions.ofGroup(directory, reader, global, group.groupId()));
  }

  private Subject role(Scope scope, String arn) {
    var role = directory.roles().get(scope, Entities.nameOf(arn));
    require(arn, role.arn());
    var principal =
        new Principal.AssumedRole(
            scope.account(), role.path(), role.roleName(), role.roleId(), SESSION);
    return subject(
        scope,
        arn,
        principal,
        (reader, global) -> Permissions.ofRole(directory, reader, global, role.roleId()));
  }

  private Subject subject(Scope scope, String arn, Principal principal, Reading reading) {
    var permissions = directory.accounts().read(scope, reading::read);
    if (permissions == null) {
      throw noSuch(arn);
    }
    return new Subject(principal, permissions);
  }

  private static void require(String arn, String actual) {
    if (!arn.equals(actual)) {
      throw noSuch(arn);
    }
  }

  private static ServiceException noSuch(String arn) {
    return NO_SUCH_ENTITY_EXCEPTION.because("The entity with ARN " + arn + " cannot be found.");
  }

  private interface Reading {
    @Nullable Permissions read(brume.store.Reader reader, Scope scope);
  }
}
