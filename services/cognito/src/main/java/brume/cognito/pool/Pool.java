package brume.cognito.pool;

import brume.base.Arn;
import brume.base.Scope;
import brume.model.cognitoidp.LambdaConfigType;
import brume.model.cognitoidp.PasswordPolicyType;
import brume.model.cognitoidp.UserPoolType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A user pool and the settings that its sign-ups and sign-ins ask for.
///
/// @param scope the account and region in which it was made
public record Pool(Scope scope, UserPoolType settings) {
  private static final LambdaConfigType NO_TRIGGERS = LambdaConfigType.builder().build();

  public String id() {
    return Objects.requireNonNull(settings.id());
  }

  /// The id behind its region and underscore, which goes into the hashes of passwords.
  public String shortName() {
    return id().substring(id().indexOf('_') + 1);
  }

  public Arn arn() {
    return Arn.of("cognito-idp", scope, "userpool/" + id());
  }

  public Map<String, String> tags() {
    return settings.userPoolTags() == null ? Map.of() : settings.userPoolTags();
  }

  /// What identity pools call the provider: AWS's name of it, wherever this runs.
  public String providerName() {
    return "cognito-idp." + scope.region() + ".amazonaws.com/" + id();
  }

  public PasswordPolicyType passwordPolicy() {
    var policies = Objects.requireNonNull(settings.policies());
    return Objects.requireNonNull(policies.passwordPolicy());
  }

  public Schema schema() {
    return new Schema(Objects.requireNonNull(settings.schemaAttributes()));
  }

  public LambdaConfigType triggers() {
    return settings.lambdaConfig() == null ? NO_TRIGGERS : settings.lambdaConfig();
  }

  /// What users sign in with in place of a username: `email`, `phone_number`.
  public List<String> usernameAttributes() {
    return settings.usernameAttributes() == null ? List.of() : settings.usernameAttributes();
  }

  /// What users sign in with beside their username, once it is verified.
  public List<String> aliasAttributes() {
    return settings.aliasAttributes() == null ? List.of() : settings.aliasAttributes();
  }

  public boolean verifies(String attribute) {
    return settings.autoVerifiedAttributes() != null
        && settings.autoVerifiedAttributes().contains(attribute);
  }

  /// Whether there is a role in which texts are sent.
  public boolean sendsTexts() {
    return settings.smsConfiguration() != null;
  }

  /// Whether an attribute changes only once its new value is verified.
  public boolean keepsUntilVerified(String attribute) {
    var update = settings.userAttributeUpdateSettings();
    return update != null
        && update.attributesRequireVerificationBeforeUpdate() != null
        && update.attributesRequireVerificationBeforeUpdate().contains(attribute);
  }

  public boolean onlyAdminsCreateUsers() {
    var config = settings.adminCreateUserConfig();
    return config != null && Boolean.TRUE.equals(config.allowAdminCreateUserOnly());
  }

  public Mfa mfa() {
    return settings.mfaConfiguration() == null ? Mfa.OFF : Mfa.valueOf(settings.mfaConfiguration());
  }

  /// How a name is written in keys of the store.
  public String fold(String name) {
    var configuration = settings.usernameConfiguration();
    boolean folds = configuration != null && !configuration.caseSensitive();
    return folds ? name.toLowerCase(Locale.ROOT) : name;
  }

  /// Whether a second factor is asked for.
  public enum Mfa {
    OFF,
    OPTIONAL,
    ON
  }
}
