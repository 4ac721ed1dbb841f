package brume.cognito.account;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.message.Medium;
import brume.cognito.message.Message;
import brume.cognito.message.Occasion;
import brume.cognito.message.Post;
import brume.cognito.message.Recipient;
import brume.cognito.pool.Client;
import brume.cognito.pool.PasswordRules;
import brume.cognito.pool.Pool;
import brume.cognito.pool.SignInNames;
import brume.cognito.request.Metadata;
import brume.cognito.request.UserAttributes;
import brume.cognito.srp.Verifier;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.Code;
import brume.cognito.user.Password;
import brume.cognito.user.User;
import brume.json.Json;
import brume.model.cognitoidp.CodeDeliveryDetailsType;
import brume.model.cognitoidp.SignUpRequest;
import brume.service.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Users who sign themselves up.
public final class Registration {
  private final Directory directory;
  private final Confirmation confirmation;

  public Registration(Directory directory, Confirmation confirmation) {
    this.directory = directory;
    this.confirmation = confirmation;
  }

  /// Who signed up, and where a code went; null when none was sent.
  public record SignedUp(User user, @Nullable CodeDeliveryDetailsType sent) {}

  public SignedUp signUp(Call call, Client client, SignUpRequest input) {
    var pool = client.pool();
    if (pool.onlyAdminsCreateUsers()) {
      throw NOT_AUTHORIZED_EXCEPTION.because("SignUp is not permitted for this user pool");
    }
    if (input.password() == null) {
      throw INVALID_PARAMETER_EXCEPTION.because("Password is required");
    }
    new PasswordRules(pool.passwordPolicy()).check(input.password());
    var applicant = applicant(call, client, input, input.password());
    var metadata = Metadata.of(input.clientMetadata());
    var user = screened(call, client, applicant, input, metadata);
    boolean isConfirmed = user.status() == User.Status.CONFIRMED;
    var to = isConfirmed ? null : recipient(pool, user);
    if (to == null) {
      directory.users().create(pool, user, _ -> {});
      if (isConfirmed) {
        confirmation.tell(call, client, user, metadata);
      }
      return new SignedUp(user, null);
    }
    var words = Post.words(call, pool, client, Occasion.SIGN_UP, user, to, metadata);
    return new SignedUp(create(call, pool, user, words), to.details());
  }

  private static User applicant(Call call, Client client, SignUpRequest input, String password) {
    var pool = client.pool();
    var attributes = UserAttributes.writtenBy(client, input.userAttributes());
    var sub = call.ids().uuid().toString();
    var name = new SignInNames(pool).attributeOf(input.username());
    if (name != null) {
      var other = attributes.putIfAbsent(name, input.username());
      if (other != null && !other.equals(input.username())) {
        throw INVALID_PARAMETER_EXCEPTION.because(
            "User attribute " + name + " does not match the username");
      }
    }
    pool.schema().checkNew(attributes);
    var username = name == null ? input.username() : sub;
    var verifier = Verifier.of(pool.shortName(), username, password, call.ids());
    return User.of(username, sub, attributes, User.Status.UNCONFIRMED, call.now()).toBuilder()
        .password(new Password(verifier, null))
        .build();
  }

  /// What a function of the pool makes of an applicant.
  private static User screened(
      Call call, Client client, User applicant, SignUpRequest input, Map<String, String> metadata) {
    var event =
        new Event(
                client.pool(),
                client.id(),
                "PreSignUp_SignUp",
                applicant.username(),
                Json.Obj.EMPTY,
                Json.Obj.EMPTY)
            .asking("userAttributes", Event.texts(applicant.attributes()))
            .asking("validationData", Event.texts(UserAttributes.of(input.validationData())))
            .asking(metadata)
            .expecting("autoConfirmUser", Json.of(false))
            .expecting("autoVerifyEmail", Json.of(false))
            .expecting("autoVerifyPhone", Json.of(false));
    var answer = Triggers.ask(call, Trigger.PRE_SIGN_UP, event);
    if (answer == null) {
      return applicant;
    }
    var screened = applicant.toBuilder();
    if (isTrue(answer, "autoConfirmUser")) {
      screened.status(User.Status.CONFIRMED);
    }
    if (isTrue(answer, "autoVerifyEmail")) {
      screened.attribute("email_verified", "true");
    }
    if (isTrue(answer, "autoVerifyPhone")) {
      screened.attribute("phone_number_verified", "true");
    }
    return screened.build();
  }

  private static boolean isTrue(Json.Obj answer, String name) {
    return answer.get(name) instanceof Json.Bool(boolean value) && value;
  }

  /// Where a code of confirmation goes; null when none does. Who has both addresses gets a text.
  ///
  /// Source: Amazon Cognito Developer Guide, "Verify email or phone number at sign-up".
  static @Nullable Recipient recipient(Pool pool, User user) {
    for (var medium : List.of(Medium.SMS, Medium.EMAIL)) {
      var attribute = medium.attribute();
      var to = Recipient.of(user, medium);
      if (to != null && pool.verifies(attribute) && !user.hasVerified(attribute)) {
        return to;
      }
    }
    return null;
  }

  private User create(Call call, Pool pool, User user, Message words) {
    var to = words.to();
    var code = Code.next(Code.Purpose.SIGN_UP, call.now(), call.ids(), to.address());
    var waiting =
        user.toBuilder()
            .code(Code.Purpose.SIGN_UP, code)
            .attribute(to.medium().attribute() + "_verified", "false")
            .build();
    return directory
        .users()
        .create(
            pool,
            waiting,
            transaction -> Post.owe(call, transaction, pool, words, user.username(), code.value()));
  }
}
