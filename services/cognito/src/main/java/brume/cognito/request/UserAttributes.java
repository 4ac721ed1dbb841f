package brume.cognito.request;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.pool.Client;
import brume.cognito.user.User;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.UserType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Attributes and users as requests and answers have them.
public final class UserAttributes {
  private UserAttributes() {}

  public static Map<String, String> of(@Nullable List<AttributeType> given) {
    var attributes = new LinkedHashMap<String, String>();
    for (var attribute : given == null ? List.<AttributeType>of() : given) {
      if (attributes.put(attribute.name(), value(attribute)) != null) {
        throw INVALID_PARAMETER_EXCEPTION.because(
            "user." + attribute.name() + ": Attribute is given twice.");
      }
    }
    return attributes;
  }

  private static String value(AttributeType attribute) {
    return attribute.value() == null ? "" : attribute.value();
  }

  /// The same for what a user asks for by a client, which may write some attributes only. Whether
  /// an address is verified, users never say themselves.
  public static Map<String, String> writtenBy(Client client, @Nullable List<AttributeType> given) {
    var attributes = of(given);
    requireWritable(client, attributes.keySet());
    return attributes;
  }

  /// Throws `NotAuthorizedException` when the client may not write one of them.
  public static void requireWritable(Client client, Iterable<String> names) {
    for (var name : names) {
      boolean isVerdict = name.equals("email_verified") || name.equals("phone_number_verified");
      boolean isDevelopers = name.startsWith("dev:");
      if (isVerdict || isDevelopers || !client.writes(name)) {
        throw NOT_AUTHORIZED_EXCEPTION.because(
            "A client attempted to write unauthorized attribute");
      }
    }
  }

  public static Map<String, String> readableBy(Client client, Map<String, String> attributes) {
    var readable = new LinkedHashMap<>(attributes);
    readable.keySet().removeIf(name -> !name.equals("sub") && !client.reads(name));
    return readable;
  }

  public static List<AttributeType> shown(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(entry -> new AttributeType(entry.getKey(), entry.getValue()))
        .toList();
  }

  public static UserType shown(User user) {
    return UserType.builder()
        .username(user.username())
        .attributes(shown(user.shown()))
        .userCreateDate(user.created())
        .userLastModifiedDate(user.modified())
        .enabled(user.enabled())
        .userStatus(user.status().name())
        .build();
  }
}
