package brume.cognito.operation.client;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_O_AUTH_FLOW_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.SCOPE_DOES_NOT_EXIST_EXCEPTION;

import brume.cognito.pool.Scopes;
import brume.model.cognitoidp.UserPoolClientType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a client's settings for OAuth 2.0 must agree on.
///
/// Where it differs from AWS: plain HTTP is good enough for callbacks to all hosts under
/// `localhost`, where Brume's own sites are.
///
/// Source: Amazon Cognito API reference, `CreateUserPoolClient`.
record OAuthSettings(UserPoolClientType settings) {
  /// @param custom the scopes of the pool's resource servers
  void check(Set<String> custom) {
    var flows = given(settings.allowedOAuthFlows());
    var scopes = given(settings.allowedOAuthScopes());
    for (var scope : scopes) {
      if (!Scopes.STANDARD.contains(scope) && !custom.contains(scope)) {
        throw SCOPE_DOES_NOT_EXIST_EXCEPTION.because("Invalid scope requested: " + scope);
      }
    }
    boolean isMeant = Boolean.TRUE.equals(settings.allowedOAuthFlowsUserPoolClient());
    if (isMeant && (flows.isEmpty() || scopes.isEmpty())) {
      throw INVALID_O_AUTH_FLOW_EXCEPTION.because(
          "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed"
              + " to use OAuth flows.");
    }
    checkMachine(flows);
    checkRedirects(flows);
  }

  /// Throws `InvalidOAuthFlowException` where a client of a program is also one of users.
  private void checkMachine(List<String> flows) {
    if (!flows.contains("client_credentials")) {
      return;
    }
    if (flows.size() > 1) {
      throw INVALID_O_AUTH_FLOW_EXCEPTION.because(
          "client_credentials flow can not be selected along with code flow or implicit flow");
    }
    if (settings.clientSecret() == null) {
      throw INVALID_O_AUTH_FLOW_EXCEPTION.because(
          "client_credentials flow can not be selected if client does not have a client secret");
    }
  }

  private void checkRedirects(List<String> flows) {
    var callbacks = given(settings.callbackUrLs());
    callbacks.forEach(OAuthSettings::checkRedirect);
    given(settings.logoutUrLs()).forEach(OAuthSettings::checkRedirect);
    var redirect = settings.defaultRedirectUri();
    if (redirect != null && !callbacks.contains(redirect)) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "DefaultRedirectURI must be in the list of CallbackURLs.");
    }
    boolean asksForRedirect = flows.stream().anyMatch(flow -> !flow.equals("client_credentials"));
    if (asksForRedirect && callbacks.isEmpty()) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "At least one CallbackURL is required for the flows code and implicit.");
    }
  }

  private static void checkRedirect(String redirect) {
    try {
      var uri = new URI(redirect);
      boolean isComplete = uri.isAbsolute() && uri.getRawFragment() == null;
      if (isComplete && (!"http".equalsIgnoreCase(uri.getScheme()) || isLocal(uri.getHost()))) {
        return;
      }
    } catch (URISyntaxException _) {
      // Told below.
    }
    throw INVALID_PARAMETER_EXCEPTION.because(redirect + " is not a valid redirect URI");
  }

  private static boolean isLocal(@Nullable String host) {
    return host != null
        && (host.equals("localhost")
            || host.endsWith(".localhost")
            || host.equals("127.0.0.1")
            || host.equals("[::1]"));
  }

  private static List<String> given(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}
