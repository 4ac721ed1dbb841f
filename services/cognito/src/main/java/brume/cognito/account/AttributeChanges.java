package brume.cognito.account;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.data.Users;
import brume.cognito.message.Medium;
import brume.cognito.message.Message;
import brume.cognito.message.Occasion;
import brume.cognito.message.Post;
import brume.cognito.message.Recipient;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.user.Code;
import brume.cognito.user.User;
import brume.model.cognitoidp.CodeDeliveryDetailsType;
import brume.service.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Attributes of users: changed by themselves, who then verify addresses, or by others.
public final class AttributeChanges {
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
    var recipients = new ArrayList<Recipient>();
    for (var medium : Medium.values()) {
      var attribute = medium.attribute();
      var value = values.get(attribute);
      if (value == null || value.equals(user.attributes().get(attribute))) {
        continue;
      }
      boolean isVerified = pool.verifies(attribute);
      if (isVerified && pool.keepsUntilVerified(attribute)) {
        now.remove(attribute);
      } else {
        now.put(attribute + "_verified", "false");
      }
      if (isVerified) {
        recipients.add(new Recipient(medium, value));
      }
    }
    var occasion = Occasion.UPDATE_USER_ATTRIBUTE;
    var messages = Post.words(call, pool, client, occasion, user, recipients, metadata);
    change(call, pool, user.username(), now, messages);
    return recipients.stream().map(Recipient::details).toList();
  }

  /// A code and what carries it.
  private record Sent(Message message, Code code) {
    static Sent of(Call call, Message message) {
      var to = message.to();
      return new Sent(
          message, Code.next(purpose(to.medium()), call.now(), call.ids(), to.address()));
    }
  }

  private static Code.Purpose purpose(Medium medium) {
    return Code.Purpose.verifying(medium.attribute());
  }

  private void change(
      Call call, Pool pool, String username, Map<String, String> values, List<Message> messages) {
    var all = messages.stream().map(message -> Sent.of(call, message)).toList();
    directory
        .users()
        .changeNames(
            pool,
            username,
            (transaction, known) -> {
              var changed = known.toBuilder().attributes(values).modified(call.now());
              for (var sent : all) {
                Post.owe(call, transaction, pool, sent.message, username, sent.code.value());
                changed.code(purpose(sent.message.to().medium()), sent.code);
              }
              return changed.build();
            });
  }

  /// By somebody who may say whether addresses are verified.
  public void byAdmin(Call call, Pool pool, String name, Map<String, String> values) {
    var user = directory.users().get(pool, name);
    pool.schema().checkChange(values);
    var now = new LinkedHashMap<>(values);
    for (var medium : Medium.values()) {
      var attribute = medium.attribute();
      var value = values.get(attribute);
      boolean isNew = value != null && !value.equals(user.attributes().get(attribute));
      if (isNew) {
        now.putIfAbsent(attribute + "_verified", "false");
      }
    }
    change(call, pool, user.username(), now, List.of());
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
    var to = Recipient.of(user, medium(attribute));
    if (to == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "User does not have an attribute " + attribute + ".");
    }
    var pool = client.pool();
    var words = Post.words(call, pool, client, Occasion.VERIFY_USER_ATTRIBUTE, user, to, metadata);
    change(call, pool, user.username(), Map.of(), List.of(words));
    return to.details();
  }

  public void verify(Call call, Pool pool, User user, String attribute, String given) {
    var medium = medium(attribute);
    var purpose = purpose(medium);
    directory
        .users()
        .settle(
            pool,
            user.username(),
            known -> {
              var code = known.codes().get(purpose);
              if (code == null) {
                return new Users.Outcome(known, Code.expired());
              }
              var refusal = code.refusal(given, call.now());
              return refusal == null
                  ? Users.Outcome.of(verified(call, known, medium, code))
                  : new Users.Outcome(
                      known.toBuilder().code(purpose, code.failed()).build(), refusal);
            });
  }

  private static User verified(Call call, User user, Medium medium, Code code) {
    var attribute = medium.attribute();
    var verified =
        user.toBuilder().withoutCode(purpose(medium)).attribute(attribute + "_verified", "true");
    if (code.about() != null) {
      verified.attribute(attribute, code.about());
    }
    return verified.modified(call.now()).build();
  }

  private static Medium medium(String attribute) {
    for (var medium : Medium.values()) {
      if (medium.attribute().equals(attribute)) {
        return medium;
      }
    }
    throw INVALID_PARAMETER_EXCEPTION.because("Invalid attribute name " + attribute);
  }
}
