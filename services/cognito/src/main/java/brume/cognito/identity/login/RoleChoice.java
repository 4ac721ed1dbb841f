package brume.cognito.identity.login;

import static brume.model.cognitoidentity.CognitoIdentityError.INVALID_IDENTITY_POOL_CONFIGURATION_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.NOT_AUTHORIZED_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidentity.GetIdentityPoolRolesResponse;
import brume.model.cognitoidentity.MappingRule;
import brume.model.cognitoidentity.RoleMapping;
import brume.shape.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which role somebody gets credentials of.
///
/// Source: Amazon Cognito Developer Guide, "Using role-based access control".
record RoleChoice(GetIdentityPoolRolesResponse settings) {
  String unauthenticated(@Nullable String custom) {
    if (custom != null) {
      throw NOT_AUTHORIZED_EXCEPTION.because("CustomRoleArn is for authenticated identities only.");
    }
    return fixed("unauthenticated");
  }

  /// @param custom the role that is asked for; null for the one that is due
  String authenticated(List<Proof> proofs, @Nullable String custom) {
    for (var proof : proofs) {
      var mappings = settings.roleMappings();
      var mapping = mappings == null ? null : mappings.get(proof.provider());
      if (mapping != null) {
        return mapped(mapping, proof, custom);
      }
    }
    if (custom != null) {
      throw forbidden();
    }
    return fixed("authenticated");
  }

  private String mapped(RoleMapping mapping, Proof proof, @Nullable String custom) {
    var role = mapping.type().equals("Token") ? ofToken(proof, custom) : ofRules(mapping, proof);
    if (role != null) {
      return role;
    }
    if ("Deny".equals(mapping.ambiguousRoleResolution())) {
      throw NOT_AUTHORIZED_EXCEPTION.because(
          "Access to this identity pool is forbidden: no role is mapped to the user.");
    }
    return fixed("authenticated");
  }

  private static @Nullable String ofToken(Proof proof, @Nullable String custom) {
    var roles = texts(proof, "cognito:roles");
    if (custom != null) {
      if (!roles.contains(custom)) {
        throw forbidden();
      }
      return custom;
    }
    var preferred = texts(proof, "cognito:preferred_role");
    if (!preferred.isEmpty()) {
      return preferred.getFirst();
    }
    return roles.size() == 1 ? roles.getFirst() : null;
  }

  private static @Nullable String ofRules(RoleMapping mapping, Proof proof) {
    var configuration = mapping.rulesConfiguration();
    if (configuration != null) {
      for (var rule : configuration.rules()) {
        if (matches(rule, texts(proof, rule.claim()))) {
          return rule.roleArn();
        }
      }
    }
    return null;
  }

  private static boolean matches(MappingRule rule, List<String> values) {
    return switch (rule.matchType()) {
      case "Equals" -> values.contains(rule.value());
      case "NotEqual" -> !values.isEmpty() && !values.contains(rule.value());
      case "StartsWith" -> values.stream().anyMatch(value -> value.startsWith(rule.value()));
      default -> values.stream().anyMatch(value -> value.contains(rule.value()));
    };
  }

  private String fixed(String kind) {
    var role = settings.roles() == null ? null : settings.roles().get(kind);
    if (role == null) {
      throw INVALID_IDENTITY_POOL_CONFIGURATION_EXCEPTION.because(
          "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }
    return role;
  }

  private static ServiceException forbidden() {
    return NOT_AUTHORIZED_EXCEPTION.because("The role that is asked for is not one of the user's.");
  }

  private static List<String> texts(Proof proof, String claim) {
    Json value = proof.claims().get(claim);
    return value == null ? List.of() : value.texts();
  }
}
