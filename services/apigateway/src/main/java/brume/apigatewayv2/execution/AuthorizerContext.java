package brume.apigatewayv2.execution;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `requestContext.authorizer` in the events of HTTP APIs.
///
/// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs".
final class AuthorizerContext {
  private AuthorizerContext() {}

  /// In payload format 1.0; null where nobody was asked.
  static @Nullable Json first(HttpAdmission admission) {
    return switch (admission) {
      case HttpAdmission.Open _, HttpAdmission.Signed _ -> null;
      case HttpAdmission.ByToken token -> ofToken(token);
      case HttpAdmission.ByFunction function -> {
        var told = new LinkedHashMap<>(function.context());
        if (function.principalId() != null) {
          told.put("principalId", Json.of(function.principalId()));
        }
        yield new Json.Obj(told);
      }
    };
  }

  /// In payload format 2.0; null where nobody was asked.
  static @Nullable Json second(HttpAdmission admission) {
    return switch (admission) {
      case HttpAdmission.Open _ -> null;
      case HttpAdmission.Signed signed -> Json.object("iam", ofSender(signed));
      case HttpAdmission.ByToken token -> Json.object("jwt", ofToken(token));
      case HttpAdmission.ByFunction function ->
          Json.object("lambda", new Json.Obj(function.context()));
    };
  }

  private static Json.Obj ofSender(HttpAdmission.Signed signed) {
    var sender = signed.sender();
    var pool = sender.identityPoolId();
    var cognito =
        pool == null
            ? Json.ofNull()
            : Json.object(
                "amr",
                new Json.Arr(sender.cognito("amr").stream().map(Json::of).toList()),
                "identityId",
                Json.of(sender.identityId()),
                "identityPoolId",
                Json.of(pool));
    return Json.object(
        "accessKey", Json.of(sender.accessKey()),
        "accountId", Json.of(sender.accountId()),
        "callerId", Json.of(sender.userId()),
        "cognitoIdentity", cognito,
        "principalOrgId", Json.ofNull(),
        "userArn", Json.of(sender.userArn()),
        "userId", Json.of(sender.userId()));
  }

  private static Json.Obj ofToken(HttpAdmission.ByToken token) {
    var claims = new LinkedHashMap<String, Json>();
    token.claims().fields().forEach((name, value) -> claims.put(name, Json.of(told(value))));
    var scopes = token.scopes();
    return Json.object(
        "claims",
        new Json.Obj(claims),
        "scopes",
        scopes == null ? Json.ofNull() : new Json.Arr(scopes.stream().map(Json::of).toList()));
  }

  /// A claim as text: lists stand in brackets with spaces between their items.
  private static String told(Json claim) {
    return switch (claim) {
      case Json.Arr array -> array.texts().stream().collect(Collectors.joining(" ", "[", "]"));
      case Json.Obj object ->
          object.fields().entrySet().stream()
              .map((Map.Entry<String, Json> each) -> each.getKey() + ':' + told(each.getValue()))
              .collect(Collectors.joining(" ", "map[", "]"));
      default -> String.valueOf(claim.text());
    };
  }
}
