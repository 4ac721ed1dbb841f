package brume.cognito.operation.client;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.request.Lacking;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.UpdateUserPoolClientRequest;
import brume.model.cognitoidp.UserPoolClientType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The settings of a client as requests ask for them, and what they are unasked.
final class ClientSettings {
  private static final List<String> DEFAULT_FLOWS =
      List.of("ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH");
  private static final int DEFAULT_REFRESH_DAYS = 30;
  private static final int DEFAULT_SESSION_MINUTES = 3;

  /// Source: Amazon Cognito Developer Guide, "Quotas", token validity.
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST_REFRESH = Duration.ofHours(1);
  private static final Duration LONGEST_REFRESH = Duration.ofDays(3650);

  private ClientSettings() {}

  /// @param customScopes of the pool's resource servers
  static UserPoolClientType of(
      CreateUserPoolClientRequest input,
      Pool pool,
      String id,
      @Nullable String secret,
      Set<String> customScopes,
      Instant now) {
    Lacking.refuse("AnalyticsConfiguration", input.analyticsConfiguration());
    var settings =
        UserPoolClientType.builder()
            .clientId(id)
            .userPoolId(pool.id())
            .clientName(input.clientName())
            .clientSecret(secret)
            .creationDate(now)
            .lastModifiedDate(now)
            .accessTokenValidity(input.accessTokenValidity())
            .idTokenValidity(input.idTokenValidity())
            .refreshTokenValidity(orElse(input.refreshTokenValidity(), DEFAULT_REFRESH_DAYS))
            .tokenValidityUnits(input.tokenValidityUnits())
            .explicitAuthFlows(orElse(input.explicitAuthFlows(), DEFAULT_FLOWS))
            .preventUserExistenceErrors(input.preventUserExistenceErrors())
            .enableTokenRevocation(orElse(input.enableTokenRevocation(), true))
            .enablePropagateAdditionalUserContextData(
                input.enablePropagateAdditionalUserContextData())
            .authSessionValidity(orElse(input.authSessionValidity(), DEFAULT_SESSION_MINUTES))
            .refreshTokenRotation(input.refreshTokenRotation())
            .readAttributes(input.readAttributes())
            .writeAttributes(input.writeAttributes())
            .allowedOAuthFlows(input.allowedOAuthFlows())
            .allowedOAuthScopes(input.allowedOAuthScopes())
            .allowedOAuthFlowsUserPoolClient(orElse(input.allowedOAuthFlowsUserPoolClient(), false))
            .callbackUrLs(input.callbackUrLs())
            .logoutUrLs(input.logoutUrLs())
            .defaultRedirectUri(input.defaultRedirectUri())
            .supportedIdentityProviders(input.supportedIdentityProviders())
            .build();
    return checked(pool, customScopes, settings);
  }

  static UserPoolClientType updated(
      UserPoolClientType before,
      UpdateUserPoolClientRequest input,
      Pool pool,
      Set<String> customScopes,
      Instant now) {
    Lacking.refuse("AnalyticsConfiguration", input.analyticsConfiguration());
    var settings =
        before.toBuilder()
            .clientName(input.clientName() == null ? before.clientName() : input.clientName())
            .lastModifiedDate(now)
            .accessTokenValidity(input.accessTokenValidity())
            .idTokenValidity(input.idTokenValidity())
            .refreshTokenValidity(orElse(input.refreshTokenValidity(), DEFAULT_REFRESH_DAYS))
            .tokenValidityUnits(input.tokenValidityUnits())
            .explicitAuthFlows(orElse(input.explicitAuthFlows(), DEFAULT_FLOWS))
            .preventUserExistenceErrors(input.preventUserExistenceErrors())
            .enableTokenRevocation(orElse(input.enableTokenRevocation(), true))
            .enablePropagateAdditionalUserContextData(
                input.enablePropagateAdditionalUserContextData())
            .authSessionValidity(orElse(input.authSessionValidity(), DEFAULT_SESSION_MINUTES))
            .refreshTokenRotation(input.refreshTokenRotation())
            .readAttributes(input.readAttributes())
            .writeAttributes(input.writeAttributes())
            .allowedOAuthFlows(input.allowedOAuthFlows())
            .allowedOAuthScopes(input.allowedOAuthScopes())
            .allowedOAuthFlowsUserPoolClient(orElse(input.allowedOAuthFlowsUserPoolClient(), false))
            .callbackUrLs(input.callbackUrLs())
            .logoutUrLs(input.logoutUrLs())
            .defaultRedirectUri(input.defaultRedirectUri())
            .supportedIdentityProviders(input.supportedIdentityProviders())
            .build();
    return checked(pool, customScopes, settings);
  }

  private static <T> T orElse(@Nullable T asked, T otherwise) {
    return asked == null ? otherwise : asked;
  }

  private static UserPoolClientType checked(
      Pool pool, Set<String> customScopes, UserPoolClientType settings) {
    Lacking.refuseIf(
        Boolean.TRUE.equals(settings.enablePropagateAdditionalUserContextData()),
        "EnablePropagateAdditionalUserContextData");
    var flows = settings.explicitAuthFlows();
    Lacking.refuseIf(
        flows != null && flows.contains("ALLOW_USER_AUTH"), "the flow ALLOW_USER_AUTH");
    for (var provider : given(settings.supportedIdentityProviders())) {
      if (!provider.equals("COGNITO")) {
        throw INVALID_PARAMETER_EXCEPTION.because(
            "The provider " + provider + " does not exist for User Pool " + pool.id() + '.');
      }
    }
    checkAttributes(pool, settings);
    new OAuthSettings(settings).check(customScopes);
    var client = new Client(pool, settings);
    within("access token", client.accessValidity(), SHORTEST, LONGEST);
    within("id token", client.idValidity(), SHORTEST, LONGEST);
    within("refresh token", client.refreshValidity(), SHORTEST_REFRESH, LONGEST_REFRESH);
    return settings;
  }

  private static void checkAttributes(Pool pool, UserPoolClientType settings) {
    for (var name : given(settings.readAttributes())) {
      requireAttribute(pool, name, "read");
    }
    for (var name : given(settings.writeAttributes())) {
      requireAttribute(pool, name, "write");
    }
  }

  private static void requireAttribute(Pool pool, String name, String way) {
    if (pool.schema().find(name) == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Invalid " + way + " attributes specified while creating a client");
    }
  }

  private static List<String> given(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private static void within(String token, Duration life, Duration shortest, Duration longest) {
    if (life.compareTo(shortest) < 0 || life.compareTo(longest) > 0) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Invalid range for " + token + " validity: from " + shortest + " to " + longest);
    }
  }
}
