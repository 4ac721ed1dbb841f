package brume.cognito.token;

import brume.cognito.data.Directory;
import brume.cognito.data.Grant;
import brume.cognito.pool.Client;
import brume.cognito.pool.Scopes;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.User;
import brume.json.Json;
import brume.model.cognitoidp.AuthenticationResultType;
import brume.model.cognitoidp.GroupType;
import brume.service.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Issues the tokens of sign-ins.
public final class Tokens {
  /// The scope of tokens with which users may change what is their own.
  public static final String ADMIN_SCOPE = Scopes.ADMIN;

  private final Directory directory;
  private final RefreshTokens refreshTokens;

  public Tokens(Directory directory) {
    this.directory = directory;
    this.refreshTokens = new RefreshTokens(directory.seal());
  }

  /// For whom, on what occasion.
  ///
  /// @param source as functions are told it, such as `Authentication`
  /// @param metadata what the client sent for functions
  public record Occasion(
      Call call, Client client, User user, String source, Map<String, String> metadata) {}

  /// The tokens of a user who just signed in.
  ///
  /// @param scopes of the access token
  public AuthenticationResultType begin(
      Occasion occasion, List<String> scopes, @Nullable String nonce) {
    var authorization = new Authorization(occasion.call.now(), scopes, nonce);
    return begin(occasion, authorization, false, true);
  }

  /// What a user authorized a client to.
  ///
  /// @param authenticated when the user proved who they are
  /// @param nonce of the client's request; null without one
  public record Authorization(Instant authenticated, List<String> scopes, @Nullable String nonce) {}

  /// The tokens of what was authorized at the pool's own endpoint. There is no id token where the
  /// scope `openid` was not asked for.
  public AuthenticationResultType authorized(
      Occasion occasion, Authorization authorization, boolean withRefreshToken) {
    return begin(occasion, authorization, true, withRefreshToken);
  }

  private AuthenticationResultType begin(
      Occasion occasion, Authorization authorization, boolean oauth, boolean withRefreshToken) {
    var call = occasion.call;
    var client = occasion.client;
    var grant =
        new Grant(
            call.ids().uuid().toString(),
            client.id(),
            authorization.authenticated,
            call.now().plus(client.refreshValidity()),
            0,
            null,
            authorization.scopes,
            authorization.nonce,
            oauth);
    var tokens = issue(occasion, grant, withRefreshToken);
    directory.grants().add(client.pool(), occasion.user.username(), grant);
    return tokens;
  }

  /// The access token of a client that acts for itself.
  public String ofClient(Call call, Client client, List<String> scopes) {
    long now = call.now().getEpochSecond();
    var claims =
        Json.object(
            "sub", Json.of(client.id()),
            "token_use", Json.of("access"),
            "scope", Json.of(String.join(" ", scopes)),
            "auth_time", Json.of(now),
            "iss", Json.of(Issuer.of(call.endpoint(), client.pool())),
            "exp", Json.of(call.now().plus(client.accessValidity()).getEpochSecond()),
            "iat", Json.of(now),
            "version", Json.of(2),
            "jti", Json.of(call.ids().uuid().toString()),
            "client_id", Json.of(client.id()));
    return Jwt.sign(directory.signingKey(client.pool()), claims);
  }

  /// Further tokens for a grant that is there.
  ///
  /// @param withRefreshToken whether a refresh token is among them
  public AuthenticationResultType issue(Occasion occasion, Grant grant, boolean withRefreshToken) {
    var call = occasion.call;
    var client = occasion.client;
    var groups = directory.groups().of(client.pool(), occasion.user.username());
    var adjustments = Adjustments.of(ask(occasion, grant, groups));
    var claims =
        new Claims(
            call, client, occasion.user, grant, call.ids().uuid().toString(), groups, adjustments);
    var key = directory.signingKey(client.pool());
    var result =
        AuthenticationResultType.builder()
            .accessToken(Jwt.sign(key, claims.ofAccess()))
            .expiresIn((int) client.accessValidity().toSeconds())
            .tokenType("Bearer");
    if (!grant.oauth() || grant.scopes().contains(Scopes.OPENID)) {
      result.idToken(Jwt.sign(key, claims.ofId()));
    }
    if (withRefreshToken) {
      result.refreshToken(refreshTokens.issue(client, occasion.user.username(), grant));
    }
    return result.build();
  }

  public RefreshTokens refreshTokens() {
    return refreshTokens;
  }

  private static Json.@Nullable Obj ask(Occasion occasion, Grant grant, List<GroupType> groups) {
    if (!Triggers.has(occasion.client.pool(), Trigger.PRE_TOKEN_GENERATION)) {
      return null;
    }
    var names = groups.stream().map(GroupType::groupName).map(Json::of).toList();
    var roles =
        groups.stream().map(GroupType::roleArn).filter(Objects::nonNull).map(Json::of).toList();
    var configuration =
        Json.object(
            "groupsToOverride", new Json.Arr(names),
            "iamRolesToOverride", new Json.Arr(roles),
            "preferredRole", Json.of(Claims.preferredRole(groups)));
    var event =
        Event.about(
                occasion.client,
                "TokenGeneration_" + occasion.source,
                occasion.user,
                occasion.metadata)
            .asking("groupConfiguration", configuration)
            .asking("scopes", new Json.Arr(grant.scopes().stream().map(Json::of).toList()))
            .expecting("claimsOverrideDetails", Json.ofNull())
            .expecting("claimsAndScopeOverrideDetails", Json.ofNull());
    return Triggers.ask(occasion.call, Trigger.PRE_TOKEN_GENERATION, event);
  }
}
