package brume.cognito.identity.operation;

import static brume.model.cognitoidentity.CognitoIdentityError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.request.Lacking;
import brume.model.cognitoidentity.CreateIdentityPoolInput;
import brume.model.cognitoidentity.IdentityPool;
import brume.model.cognitoidentity.RoleMapping;
import brume.service.Access;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What identity pools may be asked to be.
final class PoolRules {
  private static final Set<String> KINDS = Set.of("authenticated", "unauthenticated");

  private PoolRules() {}

  static IdentityPool of(CreateIdentityPoolInput input, String id) {
    var pool =
        IdentityPool.builder()
            .identityPoolId(id)
            .identityPoolName(input.identityPoolName())
            .allowUnauthenticatedIdentities(input.allowUnauthenticatedIdentities())
            .allowClassicFlow(Boolean.TRUE.equals(input.allowClassicFlow()))
            .cognitoIdentityProviders(input.cognitoIdentityProviders())
            .developerProviderName(input.developerProviderName())
            .supportedLoginProviders(input.supportedLoginProviders())
            .openIdConnectProviderArNs(input.openIdConnectProviderArNs())
            .samlProviderArNs(input.samlProviderArNs())
            .identityPoolTags(input.identityPoolTags())
            .build();
    check(pool);
    return pool;
  }

  static void check(IdentityPool pool) {
    Lacking.refuseIf(isGiven(pool.supportedLoginProviders()), "SupportedLoginProviders");
    Lacking.refuseIf(isGiven(pool.openIdConnectProviderArNs()), "OpenIdConnectProviderARNs");
    Lacking.refuseIf(isGiven(pool.samlProviderArNs()), "SamlProviderARNs");
  }

  private static boolean isGiven(@Nullable Collection<?> values) {
    return values != null && !values.isEmpty();
  }

  private static boolean isGiven(@Nullable Map<?, ?> values) {
    return values != null && !values.isEmpty();
  }

  static void checkRoles(Map<String, String> roles, @Nullable Map<String, RoleMapping> mappings) {
    if (!KINDS.containsAll(roles.keySet())) {
      throw INVALID_PARAMETER_EXCEPTION.because("Roles are authenticated and unauthenticated only");
    }
    if (mappings != null) {
      mappings.forEach(PoolRules::checkMapping);
    }
  }

  private static void checkMapping(String provider, RoleMapping mapping) {
    boolean hasRules =
        mapping.rulesConfiguration() != null && !mapping.rulesConfiguration().rules().isEmpty();
    if (mapping.type().equals("Rules") != hasRules) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "RulesConfiguration is for mappings of type Rules, and needed there: " + provider);
    }
    if (mapping.ambiguousRoleResolution() == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "AmbiguousRoleResolution is needed for mappings of type " + mapping.type());
    }
  }

  /// With the permission to pass every role.
  static Access passing(
      Access access, Map<String, String> roles, @Nullable Map<String, RoleMapping> mappings) {
    var all = new LinkedHashSet<>(roles.values());
    if (mappings != null) {
      for (var mapping : mappings.values()) {
        var rules = mapping.rulesConfiguration();
        if (rules != null) {
          rules.rules().forEach(rule -> all.add(rule.roleArn()));
        }
      }
    }
    var passing = access;
    for (var role : all) {
      passing =
          passing.and(
              Access.to("iam:PassRole", role)
                  .where("iam:PassedToService", "cognito-identity.amazonaws.com"));
    }
    return passing;
  }
}
