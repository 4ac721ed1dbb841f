package brume.cognito.oauth;

import brume.cognito.auth.RefreshFlow;
import brume.cognito.data.Directory;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.pool.Scopes;
import brume.cognito.token.Tokens;
import brume.http.Headers;
import brume.http.QueryString;
import brume.json.Json;
import brume.model.cognitoidp.AuthenticationResultType;
import brume.service.Call;
import brume.shape.ServiceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives tokens for codes, for refresh tokens, and to clients for themselves; and takes them back.
///
/// Sources: Amazon Cognito Developer Guide, "The token issuer endpoint" and "The token revocation
/// endpoint"; RFC 6749; RFC 7636.
public final class TokenEndpoint {
  private final Directory directory;
  private final Tokens tokens;
  private final RefreshFlow refresh;
  private final Codes codes;

  public TokenEndpoint(Directory directory, Tokens tokens, RefreshFlow refresh) {
    this.directory = directory;
    this.tokens = tokens;
    this.refresh = refresh;
    this.codes = new Codes(directory);
  }

  /// Throws [RefusedException].
  public Json token(Call call, Pool pool, Headers headers, QueryString form) {
    var type = form.first("grant_type");
    if (type == null) {
      throw new RefusedException("invalid_request", null);
    }
    var client = ClientProof.check(directory, pool, headers, form);
    return switch (type) {
      case "authorization_code" -> ofCode(call, client, form);
      case "refresh_token" -> ofRefreshToken(call, client, form);
      case "client_credentials" -> ofClient(call, client, form);
      default -> throw new RefusedException("unsupported_grant_type", null);
    };
  }

  private Json ofCode(Call call, Client client, QueryString form) {
    if (!client.allowsOAuth("code")) {
      throw new RefusedException("unauthorized_client", null);
    }
    var content = codes.redeem(call, client, require(form, "code"));
    if (content == null || !content.redirectUri().equals(require(form, "redirect_uri"))) {
      throw new RefusedException("invalid_grant", null);
    }
    if (!isProved(content.challenge(), form.first("code_verifier"))) {
      throw new RefusedException("invalid_grant", null);
    }
    var user = directory.users().find(client.pool(), content.username());
    if (user == null || !user.enabled()) {
      throw new RefusedException("invalid_grant", null);
    }
    var occasion = new Tokens.Occasion(call, client, user, "HostedAuth", Map.of());
    try {
      return answer(tokens.authorized(occasion, content.authorization(), true));
    } catch (ServiceException byFunction) {
      throw new RefusedException("invalid_grant", byFunction.message());
    }
  }

  private static boolean isProved(@Nullable String challenge, @Nullable String verifier) {
    if (challenge == null) {
      return verifier == null;
    }
    return verifier != null
        && MessageDigest.isEqual(
            challenge.getBytes(StandardCharsets.UTF_8),
            hash(verifier).getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String verifier) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var hash = sha.digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks SHA-256", e);
    }
  }

  private Json ofRefreshToken(Call call, Client client, QueryString form) {
    var token = require(form, "refresh_token");
    try {
      return answer(refresh.refresh(call, client, token, Map.of()));
    } catch (ServiceException revoked) {
      throw new RefusedException("invalid_grant", null);
    }
  }

  private Json ofClient(Call call, Client client, QueryString form) {
    if (!client.allowsOAuth("client_credentials")) {
      throw new RefusedException("unauthorized_client", null);
    }
    var asked = form.first("scope");
    var own = client.scopes().stream().filter(each -> !Scopes.STANDARD.contains(each)).toList();
    var scopes = asked == null || asked.isBlank() ? own : List.of(asked.strip().split(" +"));
    if (scopes.isEmpty() || !own.containsAll(scopes)) {
      throw new RefusedException("invalid_scope", null);
    }
    return Json.object(
        "access_token", Json.of(tokens.ofClient(call, client, scopes)),
        "expires_in", Json.of(client.accessValidity().toSeconds()),
        "token_type", Json.of("Bearer"));
  }

  private static Json answer(AuthenticationResultType result) {
    var answer = new LinkedHashMap<String, Json>();
    put(answer, "id_token", result.idToken());
    put(answer, "access_token", result.accessToken());
    put(answer, "refresh_token", result.refreshToken());
    answer.put("expires_in", Json.of(Objects.requireNonNull(result.expiresIn())));
    answer.put("token_type", Json.of("Bearer"));
    return new Json.Obj(answer);
  }

  private static void put(Map<String, Json> answer, String name, @Nullable String token) {
    if (token != null) {
      answer.put(name, Json.of(token));
    }
  }

  /// Ends the sign-in that a refresh token stands for. Throws [RefusedException].
  public void revoke(Pool pool, Headers headers, QueryString form) {
    var token = require(form, "token");
    var client = ClientProof.check(directory, pool, headers, form);
    if (!client.revokesTokens()) {
      throw new RefusedException("invalid_request", null);
    }
    var content = tokens.refreshTokens().open(client, token);
    if (content == null) {
      throw new RefusedException("unsupported_token_type", null);
    }
    directory.grants().revoke(pool, content.username(), content.grantId());
  }

  private static String require(QueryString form, String name) {
    var value = form.first(name);
    if (value == null || value.isEmpty()) {
      throw new RefusedException("invalid_request", null);
    }
    return value;
  }
}
