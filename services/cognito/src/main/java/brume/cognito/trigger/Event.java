package brume.cognito.trigger;

import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.user.User;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a function is told.
///
/// @param source such as `PreSignUp_SignUp`
/// @param clientId the app client that it is about, or the text that AWS has where there is none
public record Event(
    Pool pool,
    String clientId,
    String source,
    String username,
    Json.Obj request,
    Json.Obj response) {
  /// Where no app client is concerned.
  public static final String NO_CLIENT = "CLIENT_ID_NOT_APPLICABLE";

  private static final String SDK = "aws-sdk-unknown-unknown";

  /// About a user, whose attributes it tells.
  public static Event about(
      Client client, String source, User user, Map<String, String> clientMetadata) {
    return about(client.pool(), client, source, user, clientMetadata);
  }

  /// @param client null where none is concerned
  public static Event about(
      Pool pool,
      @Nullable Client client,
      String source,
      User user,
      Map<String, String> clientMetadata) {
    var known = new LinkedHashMap<>(user.shown());
    known.put("cognito:user_status", user.status().name());
    var clientId = client == null ? NO_CLIENT : client.id();
    return new Event(pool, clientId, source, user.username(), Json.Obj.EMPTY, Json.Obj.EMPTY)
        .asking("userAttributes", texts(known))
        .asking(clientMetadata);
  }

  public Event asking(String name, Json value) {
    return new Event(pool, clientId, source, username, request.with(name, value), response);
  }

  /// With what the client sent for the function, if anything.
  public Event asking(Map<String, String> clientMetadata) {
    return clientMetadata.isEmpty() ? this : asking("clientMetadata", texts(clientMetadata));
  }

  /// With a place in its response that functions fill in.
  public Event expecting(String name, Json value) {
    return new Event(pool, clientId, source, username, request, response.with(name, value));
  }

  public static Json.Obj texts(Map<String, String> texts) {
    var fields = new LinkedHashMap<String, Json>();
    texts.forEach((name, value) -> fields.put(name, Json.of(value)));
    return new Json.Obj(fields);
  }

  Json json(String version) {
    return Json.object(
        "version", Json.of(version),
        "region", Json.of(pool.scope().region()),
        "userPoolId", Json.of(pool.id()),
        "userName", Json.of(username),
        "callerContext", Json.object("awsSdkVersion", Json.of(SDK), "clientId", Json.of(clientId)),
        "triggerSource", Json.of(source),
        "request", request,
        "response", response);
  }
}
