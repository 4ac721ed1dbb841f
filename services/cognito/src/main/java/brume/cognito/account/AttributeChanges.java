package brume.cognito.account;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.data.Users;
import brume.cognito.message.Message;
import brume.cognito.message.Occasion;
import brume.cognito.message.Post;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.request.Lacking;
import brume.cognito.user.Code;
import brume.cognito.user.User;
import brume.model.cognitoidp.CodeDeliveryDetailsType;
import brume.service.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Attributes of users: changed by themselves, who then verify addresses, or by others.
public final class AttributeChanges {
  private static final String EMAIL = "email";
  private static final Code.Purpose PURPOSE = Code.Purpose.VERIFY_EMAIL;

  private final Directory directory;

  public AttributeChanges(Directory directory) {
    this.directory = directory;
  }

  /// Where codes went that verify new values.
  public List<CodeDeliveryDetailsType> byUser(
      Call call,
      Client client,
      User user,
      Map<String, String> values,
      Map<String, String> metadata) {
    var pool = client.pool();
    pool.schema().checkChange(values);
    var now = new LinkedHashMap<>(values);
    var email = values.get(EMAIL);
    boolean isNew = email != null && !email.equals(user.attributes().get(EMAIL));
    boolean isVerified = isNew && pool.verifies(EMAIL);
    if (isNew) {
      if (isVerified && pool.keepsUntilVerified(EMAIL)) {
        now.remove(EMAIL);
      } else {
        now.put("email_verified", "false");
      }
    }
    unverifyPhoneNumber(user, now);
    var words =
        isVerified
            ? Post.words(call, pool, client, Occasion.UPDATE_USER_ATTRIBUTE, user, metadata)
            : null;
    change(call, pool, user.username(), now, words, email);
    return isVerified && email != null ? List.of(Post.sent(email)) : List.of();
  }

  private static void unverifyPhoneNumber(User user, Map<String, String> values) {
    var number = values.get("phone_number");
    if (number != null && !number.equals(user.attributes().get("phone_number"))) {
      values.put("phone_number_verified", "false");
    }
  }

  private void change(
      Call call,
      Pool pool,
      String username,
      Map<String, String> values,
      @Nullable Message words,
      @Nullable String email) {
    var code = Code.next(PURPOSE, call.now(), call.ids(), email);
    directory
        .users()
        .changeNames(
            pool,
            username,
            (transaction, known) -> {
              var changed = known.toBuilder().attributes(values).modified(call.now());
              if (words != null && email != null) {
                Post.owe(call, transaction, pool, words, email, username, code.value());
                changed.code(PURPOSE, code);
              }
              return changed.build();
            });
  }

  /// By somebody who may say whether addresses are verified.
  public void byAdmin(Call call, Pool pool, String name, Map<String, String> values) {
    var user = directory.users().get(pool, name);
    pool.schema().checkChange(values);
    var now = new LinkedHashMap<>(values);
    for (var attribute : List.of(EMAIL, "phone_number")) {
      var value = values.get(attribute);
      boolean isNew = value != null && !value.equals(user.attributes().get(attribute));
      if (isNew) {
        now.putIfAbsent(attribute + "_verified", "false");
      }
    }
    change(call, pool, user.username(), now, null, null);
  }

  public void delete(Call call, Pool pool, String username, List<String> names) {
    names.forEach(pool.schema()::checkDelete);
    directory
        .users()
        .changeNames(
            pool,
            username,
            (_, known) -> {
              var changed = known.toBuilder().modified(call.now());
              for (var name : names) {
                changed.withoutAttribute(name).withoutAttribute(name + "_verified");
              }
              return changed.build();
            });
  }

  /// Sends a code that verifies what the user has already.
  public CodeDeliveryDetailsType sendCode(
      Call call, Client client, User user, String attribute, Map<String, String> metadata) {
    requireEmail(attribute);
    var email = user.attributes().get(EMAIL);
    if (email == null) {
      throw INVALID_PARAMETER_EXCEPTION.because("User does not have an attribute email.");
    }
    var pool = client.pool();
    var words = Post.words(call, pool, client, Occasion.VERIFY_USER_ATTRIBUTE, user, metadata);
    change(call, pool, user.username(), Map.of(), words, email);
    return Post.sent(email);
  }

  public void verify(Call call, Pool pool, User user, String attribute, String given) {
    requireEmail(attribute);
    directory
        .users()
        .settle(
            pool,
            user.username(),
            known -> {
              var code = known.codes().get(PURPOSE);
              if (code == null) {
                return new Users.Outcome(known, Code.expired());
              }
              var refusal = code.refusal(given, call.now());
              return refusal == null
                  ? Users.Outcome.of(verified(call, known, code))
                  : new Users.Outcome(
                      known.toBuilder().code(PURPOSE, code.failed()).build(), refusal);
            });
  }

  private static User verified(Call call, User user, Code code) {
    var verified = user.toBuilder().withoutCode(PURPOSE).attribute("email_verified", "true");
    if (code.about() != null) {
      verified.attribute(EMAIL, code.about());
    }
    return verified.modified(call.now()).build();
  }

  private static void requireEmail(String attribute) {
    Lacking.refuseIf(
        attribute.equals("phone_number"), "verification of phone_number: no SMS can be sent");
    if (!attribute.equals(EMAIL)) {
      throw INVALID_PARAMETER_EXCEPTION.because("Invalid attribute name " + attribute);
    }
  }
}
