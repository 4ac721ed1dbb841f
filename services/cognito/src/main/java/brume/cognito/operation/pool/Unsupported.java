package brume.cognito.operation.pool;

import brume.cognito.request.Lacking;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.LambdaConfigType;
import brume.model.cognitoidp.UpdateUserPoolRequest;
import brume.model.cognitoidp.UserPoolAddOnsType;
import brume.model.cognitoidp.UserPoolPolicyType;
import brume.model.cognitoidp.VerificationMessageTemplateType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settings of pools that are not honoured are refused by their names.
final class Unsupported {
  private Unsupported() {}

  static void refuse(CreateUserPoolRequest input) {
    Lacking.refuse("DeviceConfiguration", input.deviceConfiguration());
    refuse(input.lambdaConfig());
    refuse(input.policies());
    refuse(input.userPoolAddOns(), input.userPoolTier());
    refuse(input.verificationMessageTemplate());
  }

  static void refuse(UpdateUserPoolRequest input) {
    Lacking.refuse("DeviceConfiguration", input.deviceConfiguration());
    refuse(input.lambdaConfig());
    refuse(input.policies());
    refuse(input.userPoolAddOns(), input.userPoolTier());
    refuse(input.verificationMessageTemplate());
  }

  private static void refuse(@Nullable LambdaConfigType triggers) {
    if (triggers != null) {
      Lacking.refuse("LambdaConfig.CustomEmailSender", triggers.customEmailSender());
      Lacking.refuse("LambdaConfig.CustomSMSSender", triggers.customSmsSender());
      Lacking.refuse("LambdaConfig.KMSKeyID", triggers.kmsKeyId());
      Lacking.refuse("LambdaConfig.InboundFederation", triggers.inboundFederation());
    }
  }

  private static void refuse(@Nullable UserPoolPolicyType policies) {
    var signIn = policies == null ? null : policies.signInPolicy();
    var factors = signIn == null ? null : signIn.allowedFirstAuthFactors();
    Lacking.refuseIf(
        factors != null && !factors.equals(List.of("PASSWORD")),
        "first factors beside PASSWORD (Policies.SignInPolicy)");
    var password = policies == null ? null : policies.passwordPolicy();
    Integer history = password == null ? null : password.passwordHistorySize();
    Lacking.refuseIf(history != null && history > 0, "Policies.PasswordPolicy.PasswordHistorySize");
  }

  private static void refuse(@Nullable UserPoolAddOnsType addOns, @Nullable String tier) {
    Lacking.refuseIf(
        addOns != null && !addOns.advancedSecurityMode().equals("OFF"),
        "UserPoolAddOns.AdvancedSecurityMode");
    Lacking.refuseIf("PLUS".equals(tier), "UserPoolTier PLUS");
  }

  private static void refuse(@Nullable VerificationMessageTemplateType template) {
    Lacking.refuseIf(
        template != null && "CONFIRM_WITH_LINK".equals(template.defaultEmailOption()),
        "VerificationMessageTemplate.DefaultEmailOption CONFIRM_WITH_LINK");
  }
}
