package brume.iam.request;

import static brume.model.iam.IamError.VALIDATION_ERROR;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.identity.Principal;
import brume.model.iam.User;
import brume.service.Access;
import brume.service.Call;
import org.jspecify.annotations.Nullable;

/// Whom a request means that may leave the user's name out: its caller.
///
/// @param owner the unique id of the user, or the number of the account, whose root user it is then
/// @param user null for the root user
public record Self(String owner, @Nullable User user) {
  /// The name under which the keys of a root user are kept: none that a user can have.
  public static final String ROOT = "<root_account>";

  public static Self of(Call call, Directory directory, @Nullable String userName) {
    if (userName != null) {
      var user = directory.users().get(call.scope(), userName);
      return new Self(user.userId(), user);
    }
    return switch (call.caller()) {
      case Principal.Root(var account) -> new Self(account, null);
      case Principal.User caller -> {
        var user = directory.users().get(call.scope(), caller.name());
        yield new Self(user.userId(), user);
      }
      default -> throw mustName();
    };
  }

  public static Access access(
      Call call, String action, Directory directory, @Nullable String userName) {
    if (userName != null) {
      return Needs.on(call, action, directory.users(), userName);
    }
    return switch (call.caller()) {
      case Principal.User caller -> Needs.on(call, action, directory.users(), caller.name());
      case Principal.Root root -> Access.to("iam:" + action, root.arn());
      default -> Needs.onAll(call, action, EntityKind.USER, null);
    };
  }

  public String name() {
    return user == null ? ROOT : user.userName();
  }

  private static brume.shape.ServiceException mustName() {
    return VALIDATION_ERROR.because("Must specify userName when calling with non-User credentials");
  }
}
