package brume.cognito.oauth;

import brume.base.PercentCode;
import brume.cognito.data.Directory;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.pool.Scopes;
import brume.http.QueryString;
import brume.model.cognitoidp.AuthenticationResultType;
import brume.shape.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client asks a user to authorize, checked against its settings.
///
/// Sources: Amazon Cognito Developer Guide, "The redirect and authorization endpoint"; RFC 7636.
///
/// @param responseType `code` or `token`
/// @param challenge the SHA-256 of the verifier that goes with the code; null without one
/// @param prompt `none` to ask nothing, `login` to ask anew; null for what is needed
public record AuthorizationRequest(
    Client client,
    String responseType,
    String redirectUri,
    List<String> scopes,
    @Nullable String state,
    @Nullable String nonce,
    @Nullable String challenge,
    @Nullable String prompt) {
  public AuthorizationRequest {
    scopes = List.copyOf(scopes);
  }

  /// Throws [RefusedException], which names a place to redirect to once it is known to be the
  /// client's.
  public static AuthorizationRequest of(Directory directory, Pool pool, QueryString query) {
    var client = client(directory, pool, query);
    var redirect = redirect(client, query);
    var state = query.first("state");
    var type = query.first("response_type");
    var flow = "token".equals(type) ? "implicit" : type;
    if (type == null || !List.of("code", "token").contains(type)) {
      throw refused(redirect, "unsupported_response_type", null, state);
    }
    if (!client.allowsOAuth(String.valueOf(flow))) {
      throw refused(redirect, "unauthorized_client", null, state);
    }
    var provider = query.first("identity_provider");
    if ((provider != null && !provider.equals("COGNITO")) || query.has("idp_identifier")) {
      throw refused(redirect, "invalid_request", "Identity provider does not exist", state);
    }
    var challenge = query.first("code_challenge");
    var method = query.first("code_challenge_method");
    if ((challenge == null) != (method == null) || (method != null && !method.equals("S256"))) {
      throw refused(redirect, "invalid_request", "transform algorithm not supported", state);
    }
    var scopes = scopes(client, query);
    if (scopes == null) {
      throw refused(redirect, "invalid_scope", null, state);
    }
    return new AuthorizationRequest(
        client,
        type,
        redirect,
        scopes,
        state,
        query.first("nonce"),
        challenge,
        query.first("prompt"));
  }

  /// The client that a query names. Throws [RefusedException] when the pool has none such.
  public static Client client(Directory directory, Pool pool, QueryString query) {
    var id = query.first("client_id");
    if (id == null) {
      throw new RefusedException(
          "invalid_request", "Required String parameter 'client_id' is not present");
    }
    try {
      return directory.clients().get(pool, id);
    } catch (ServiceException unknown) {
      throw new RefusedException("invalid_request", "Client does not exist.");
    }
  }

  private static String redirect(Client client, QueryString query) {
    var asked = query.first("redirect_uri");
    var redirect = asked == null ? client.settings().defaultRedirectUri() : asked;
    if (redirect == null) {
      throw new RefusedException(
          "invalid_request", "Required String parameter 'redirect_uri' is not present");
    }
    if (!client.callbacks().contains(redirect)) {
      throw new RefusedException("redirect_mismatch", null);
    }
    return redirect;
  }

  /// All that the client may ask for unless told; null for what it may not.
  private static @Nullable List<String> scopes(Client client, QueryString query) {
    var asked = query.first("scope");
    if (asked == null || asked.isBlank()) {
      return client.scopes();
    }
    var scopes = List.of(asked.strip().split(" +"));
    boolean isOfUser = scopes.stream().anyMatch(List.of("email", "phone", "profile")::contains);
    boolean isAllowed = client.scopes().containsAll(scopes);
    return !isAllowed || (isOfUser && !scopes.contains(Scopes.OPENID)) ? null : scopes;
  }

  private static RefusedException refused(
      String redirect, String code, @Nullable String description, @Nullable String state) {
    var target = redirect + (redirect.contains("?") ? "&" : "?") + "error=" + code;
    target += description == null ? "" : "&error_description=" + PercentCode.encode(description);
    return new RefusedException(code, description, target + echo(state));
  }

  /// Where the user goes back to with a code.
  public String withCode(String code) {
    return redirectUri + (redirectUri.contains("?") ? "&" : "?") + "code=" + code + echo(state);
  }

  /// Where the user goes back to with tokens, which only the user's browser sees.
  public String withTokens(AuthenticationResultType tokens) {
    var id = tokens.idToken() == null ? "" : "id_token=" + tokens.idToken() + '&';
    return "%s#%saccess_token=%s&expires_in=%d&token_type=Bearer%s"
        .formatted(redirectUri, id, tokens.accessToken(), tokens.expiresIn(), echo(state));
  }

  private static String echo(@Nullable String state) {
    return state == null ? "" : "&state=" + PercentCode.encode(state);
  }

  /// Nobody is signed in, and nobody may be asked.
  public RefusedException loginRequired() {
    return refused(redirectUri, "login_required", null, state);
  }
}
