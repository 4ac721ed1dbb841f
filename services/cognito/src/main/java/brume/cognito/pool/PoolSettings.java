package brume.cognito.pool;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.base.Scope;
import brume.model.cognitoidp.AdminCreateUserConfigType;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.PasswordPolicyType;
import brume.model.cognitoidp.SmsConfigurationType;
import brume.model.cognitoidp.UpdateUserPoolRequest;
import brume.model.cognitoidp.UserPoolPolicyType;
import brume.model.cognitoidp.UserPoolType;
import brume.model.cognitoidp.VerificationMessageTemplateType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings of a pool as requests ask for them. What an update does not name goes back to what
/// it is when nothing is asked for.
///
/// Source: Amazon Cognito API reference, `CreateUserPool` and `UpdateUserPool`.
public final class PoolSettings {
  private PoolSettings() {}

  public static UserPoolType of(CreateUserPoolRequest input, Scope scope, String id, Instant now) {
    if (input.usernameAttributes() != null && input.aliasAttributes() != null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
    }
    var mfa = orElse(input.mfaConfiguration(), "OFF");
    if (!"OFF".equals(mfa) && input.smsConfiguration() == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "SMS configuration and Auto verification for phone_number are required when MFA is"
              + " required/optional");
    }
    checkTexts(input.autoVerifiedAttributes(), input.smsConfiguration());
    return UserPoolType.builder()
        .id(id)
        .arn(brume.base.Arn.of("cognito-idp", scope, "userpool/" + id).toString())
        .name(input.poolName())
        .creationDate(now)
        .lastModifiedDate(now)
        .estimatedNumberOfUsers(0)
        .schemaAttributes(NewSchema.of(input.schema()))
        .usernameAttributes(input.usernameAttributes())
        .aliasAttributes(input.aliasAttributes())
        .usernameConfiguration(input.usernameConfiguration())
        .mfaConfiguration(mfa)
        .policies(policies(input.policies()))
        .autoVerifiedAttributes(input.autoVerifiedAttributes())
        .accountRecoverySetting(input.accountRecoverySetting())
        .adminCreateUserConfig(admin(input.adminCreateUserConfig()))
        .deletionProtection(orElse(input.deletionProtection(), "INACTIVE"))
        .emailConfiguration(input.emailConfiguration())
        .emailVerificationMessage(input.emailVerificationMessage())
        .emailVerificationSubject(input.emailVerificationSubject())
        .smsConfiguration(input.smsConfiguration())
        .smsVerificationMessage(input.smsVerificationMessage())
        .smsAuthenticationMessage(input.smsAuthenticationMessage())
        .lambdaConfig(input.lambdaConfig())
        .userAttributeUpdateSettings(input.userAttributeUpdateSettings())
        .userPoolTags(input.userPoolTags())
        .userPoolTier(orElse(input.userPoolTier(), "ESSENTIALS"))
        .verificationMessageTemplate(template(input.verificationMessageTemplate()))
        .build();
  }

  public static UserPoolType updated(
      UserPoolType before, UpdateUserPoolRequest input, Instant now) {
    checkTexts(input.autoVerifiedAttributes(), input.smsConfiguration());
    return before.toBuilder()
        .name(input.poolName() == null ? before.name() : input.poolName())
        .lastModifiedDate(now)
        .mfaConfiguration(orElse(input.mfaConfiguration(), before.mfaConfiguration()))
        .policies(policies(input.policies()))
        .autoVerifiedAttributes(input.autoVerifiedAttributes())
        .accountRecoverySetting(input.accountRecoverySetting())
        .adminCreateUserConfig(admin(input.adminCreateUserConfig()))
        .deletionProtection(orElse(input.deletionProtection(), before.deletionProtection()))
        .emailConfiguration(input.emailConfiguration())
        .emailVerificationMessage(input.emailVerificationMessage())
        .emailVerificationSubject(input.emailVerificationSubject())
        .smsConfiguration(input.smsConfiguration())
        .smsVerificationMessage(input.smsVerificationMessage())
        .smsAuthenticationMessage(input.smsAuthenticationMessage())
        .lambdaConfig(input.lambdaConfig())
        .userAttributeUpdateSettings(input.userAttributeUpdateSettings())
        .userPoolTags(input.userPoolTags() == null ? before.userPoolTags() : input.userPoolTags())
        .userPoolTier(orElse(input.userPoolTier(), before.userPoolTier()))
        .verificationMessageTemplate(template(input.verificationMessageTemplate()))
        .build();
  }

  /// Throws `InvalidParameterException` when a pool that verifies phones could not write to them.
  private static void checkTexts(
      @Nullable List<String> verified, @Nullable SmsConfigurationType texts) {
    if (verified != null && verified.contains("phone_number") && texts == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "SMS configuration is required to verify phone_number");
    }
  }

  private static UserPoolPolicyType policies(@Nullable UserPoolPolicyType asked) {
    var password = asked == null ? null : asked.passwordPolicy();
    var signIn = asked == null ? null : asked.signInPolicy();
    return new UserPoolPolicyType(password == null ? standard() : filled(password), signIn);
  }

  private static PasswordPolicyType standard() {
    return PasswordPolicyType.builder()
        .minimumLength(PasswordRules.DEFAULT_LENGTH)
        .requireLowercase(true)
        .requireUppercase(true)
        .requireNumbers(true)
        .requireSymbols(true)
        .temporaryPasswordValidityDays(PasswordRules.DEFAULT_TEMPORARY_DAYS)
        .build();
  }

  private static PasswordPolicyType filled(PasswordPolicyType asked) {
    Integer length = asked.minimumLength();
    Integer days = asked.temporaryPasswordValidityDays();
    return asked.toBuilder()
        .minimumLength(length == null ? PasswordRules.DEFAULT_LENGTH : length)
        .requireLowercase(Boolean.TRUE.equals(asked.requireLowercase()))
        .requireUppercase(Boolean.TRUE.equals(asked.requireUppercase()))
        .requireNumbers(Boolean.TRUE.equals(asked.requireNumbers()))
        .requireSymbols(Boolean.TRUE.equals(asked.requireSymbols()))
        .temporaryPasswordValidityDays(days == null ? PasswordRules.DEFAULT_TEMPORARY_DAYS : days)
        .build();
  }

  private static AdminCreateUserConfigType admin(@Nullable AdminCreateUserConfigType asked) {
    var config = asked == null ? AdminCreateUserConfigType.builder().build() : asked;
    return config.toBuilder()
        .allowAdminCreateUserOnly(Boolean.TRUE.equals(config.allowAdminCreateUserOnly()))
        .build();
  }

  private static VerificationMessageTemplateType template(
      @Nullable VerificationMessageTemplateType asked) {
    var template = asked == null ? VerificationMessageTemplateType.builder().build() : asked;
    return template.toBuilder()
        .defaultEmailOption(orElse(template.defaultEmailOption(), "CONFIRM_WITH_CODE"))
        .build();
  }

  private static @Nullable String orElse(@Nullable String asked, @Nullable String otherwise) {
    return asked == null ? otherwise : asked;
  }
}
