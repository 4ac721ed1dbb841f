package brume.cognito.pool;

import brume.model.cognitoidp.UserPoolClientType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An app client: which ways of signing in it may use, and how long its tokens last.
public record Client(Pool pool, UserPoolClientType settings) {
  /// Source: Amazon Cognito Developer Guide, "Application-specific settings with app clients".
  private static final int DEFAULT_REFRESH_DAYS = 30;

  private static final int DEFAULT_SESSION_MINUTES = 3;

  public String id() {
    return Objects.requireNonNull(settings.clientId());
  }

  public @Nullable String secret() {
    return settings.clientSecret();
  }

  /// @param flow such as `USER_SRP_AUTH`
  public boolean allows(String flow) {
    var flows = settings.explicitAuthFlows();
    return flows != null && (flows.contains("ALLOW_" + flow) || flows.contains(flow));
  }

  /// @param flow such as `code`
  public boolean allowsOAuth(String flow) {
    return Boolean.TRUE.equals(settings.allowedOAuthFlowsUserPoolClient())
        && given(settings.allowedOAuthFlows()).contains(flow);
  }

  /// The scopes that its users, or itself, may be asked for.
  public List<String> scopes() {
    return given(settings.allowedOAuthScopes());
  }

  /// Where users may be sent when they signed in.
  public List<String> callbacks() {
    return given(settings.callbackUrLs());
  }

  /// Where users may be sent when they signed out.
  public List<String> logouts() {
    return given(settings.logoutUrLs());
  }

  private static List<String> given(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  public boolean hidesWhoExists() {
    return "ENABLED".equals(settings.preventUserExistenceErrors());
  }

  public boolean revokesTokens() {
    return !Boolean.FALSE.equals(settings.enableTokenRevocation());
  }

  public boolean rotatesRefreshTokens() {
    var rotation = settings.refreshTokenRotation();
    return rotation != null && rotation.feature().equals("ENABLED");
  }

  /// How long a refresh token that was replaced still works.
  public Duration refreshGrace() {
    var rotation = settings.refreshTokenRotation();
    Integer seconds = rotation == null ? null : rotation.retryGracePeriodSeconds();
    return Duration.ofSeconds(seconds == null ? 0 : seconds);
  }

  public Duration accessValidity() {
    var units = settings.tokenValidityUnits();
    return validity(settings.accessTokenValidity(), units == null ? null : units.accessToken());
  }

  public Duration idValidity() {
    var units = settings.tokenValidityUnits();
    return validity(settings.idTokenValidity(), units == null ? null : units.idToken());
  }

  public Duration refreshValidity() {
    var units = settings.tokenValidityUnits();
    var unit = units == null ? null : units.refreshToken();
    Integer value = settings.refreshTokenValidity();
    return in(
        unit == null ? "days" : unit, value == null || value == 0 ? DEFAULT_REFRESH_DAYS : value);
  }

  /// How long a challenge may be answered.
  public Duration sessionValidity() {
    Integer minutes = settings.authSessionValidity();
    return Duration.ofMinutes(minutes == null ? DEFAULT_SESSION_MINUTES : minutes);
  }

  public boolean reads(String attribute) {
    return within(settings.readAttributes(), attribute);
  }

  public boolean writes(String attribute) {
    return within(settings.writeAttributes(), attribute);
  }

  private static boolean within(@Nullable List<String> attributes, String attribute) {
    return attributes == null || attributes.contains(attribute);
  }

  private static Duration validity(@Nullable Integer value, @Nullable String unit) {
    return value == null ? Duration.ofHours(1) : in(unit == null ? "hours" : unit, value);
  }

  private static Duration in(String unit, int value) {
    return switch (unit) {
      case "seconds" -> Duration.ofSeconds(value);
      case "minutes" -> Duration.ofMinutes(value);
      case "days" -> Duration.ofDays(value);
      default -> Duration.ofHours(value);
    };
  }
}
