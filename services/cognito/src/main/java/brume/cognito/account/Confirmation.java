package brume.cognito.account;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.data.Users;
import brume.cognito.message.Medium;
import brume.cognito.message.Occasion;
import brume.cognito.message.Post;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.Code;
import brume.cognito.user.User;
import brume.model.cognitoidp.CodeDeliveryDetailsType;
import brume.service.Call;
import brume.shape.ServiceException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Users who confirm that they signed up.
public final class Confirmation {
  private static final Code.Purpose PURPOSE = Code.Purpose.SIGN_UP;

  private final Directory directory;

  public Confirmation(Directory directory) {
    this.directory = directory;
  }

  /// By the code that was sent.
  public void confirm(
      Call call, Client client, String name, String code, Map<String, String> metadata) {
    var pool = client.pool();
    var known = directory.users().find(pool, name);
    if (known == null) {
      throw client.hidesWhoExists() ? Code.expired() : Users.notFound();
    }
    requireUnconfirmed(known, "confirmed");
    var user = directory.users().settle(pool, known.username(), each -> checked(call, each, code));
    tell(call, client, user, metadata);
  }

  private static Users.Outcome checked(Call call, User user, String given) {
    var code = user.codes().get(PURPOSE);
    if (code == null) {
      return new Users.Outcome(user, Code.expired());
    }
    var refusal = code.refusal(given, call.now());
    if (refusal != null) {
      return new Users.Outcome(user.toBuilder().code(PURPOSE, code.failed()).build(), refusal);
    }
    var confirmed =
        user.toBuilder().withoutCode(PURPOSE).status(User.Status.CONFIRMED).modified(call.now());
    for (var medium : Medium.values()) {
      var address = user.attributes().get(medium.attribute());
      if (address != null && address.equals(code.about())) {
        confirmed.attribute(medium.attribute() + "_verified", "true");
      }
    }
    return Users.Outcome.of(confirmed.build());
  }

  /// Without a code, by somebody who may.
  public void confirm(Call call, Pool pool, String name, Map<String, String> metadata) {
    var known = directory.users().get(pool, name);
    requireUnconfirmed(known, "confirmed");
    var user =
        directory
            .users()
            .change(
                pool,
                known.username(),
                (_, each) ->
                    each.toBuilder()
                        .withoutCode(PURPOSE)
                        .status(User.Status.CONFIRMED)
                        .modified(call.now())
                        .build());
    tell(call, pool, null, user, metadata);
  }

  private static void requireUnconfirmed(User user, String what) {
    if (user.status() != User.Status.UNCONFIRMED) {
      throw NOT_AUTHORIZED_EXCEPTION.because(
          "User cannot be " + what + ". Current status is " + user.status());
    }
  }

  /// Tells the pool's function of a user who is confirmed now.
  void tell(Call call, Client client, User user, Map<String, String> metadata) {
    tell(call, client.pool(), client, user, metadata);
  }

  private static void tell(
      Call call, Pool pool, @Nullable Client client, User user, Map<String, String> metadata) {
    var event = Event.about(pool, client, "PostConfirmation_ConfirmSignUp", user, metadata);
    Triggers.ask(call, Trigger.POST_CONFIRMATION, event);
  }

  /// Sends another code in place of the last.
  public CodeDeliveryDetailsType resend(
      Call call, Client client, String name, Map<String, String> metadata) {
    var pool = client.pool();
    var user = directory.users().find(pool, name);
    if (user == null) {
      throw Users.notFound();
    }
    if (user.status() != User.Status.UNCONFIRMED) {
      throw alreadyConfirmed();
    }
    var to = Registration.recipient(pool, user);
    if (to == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Cannot resend codes. Auto verification not turned on.");
    }
    var words = Post.words(call, pool, client, Occasion.RESEND_CODE, user, to, metadata);
    var code = Code.next(PURPOSE, call.now(), call.ids(), to.address());
    directory
        .users()
        .change(
            pool,
            user.username(),
            (transaction, each) -> {
              Post.owe(call, transaction, pool, words, each.username(), code.value());
              return each.toBuilder().code(PURPOSE, code).build();
            });
    return to.details();
  }

  private static ServiceException alreadyConfirmed() {
    return INVALID_PARAMETER_EXCEPTION.because("User is already confirmed.");
  }
}
