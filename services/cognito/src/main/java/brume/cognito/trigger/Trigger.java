package brume.cognito.trigger;

import brume.model.cognitoidp.LambdaConfigType;
import org.jspecify.annotations.Nullable;

/// A moment at which a pool asks a function of its owner's.
///
/// Source: Amazon Cognito Developer Guide, "Customizing user pool workflows with Lambda triggers".
public enum Trigger {
  PRE_SIGN_UP("PreSignUp"),
  POST_CONFIRMATION("PostConfirmation"),
  PRE_AUTHENTICATION("PreAuthentication"),
  POST_AUTHENTICATION("PostAuthentication"),
  PRE_TOKEN_GENERATION("PreTokenGeneration"),
  CUSTOM_MESSAGE("CustomMessage"),
  DEFINE_AUTH_CHALLENGE("DefineAuthChallenge"),
  CREATE_AUTH_CHALLENGE("CreateAuthChallenge"),
  VERIFY_AUTH_CHALLENGE("VerifyAuthChallengeResponse"),
  USER_MIGRATION("UserMigration");

  private final String title;

  Trigger(String title) {
    this.title = title;
  }

  /// As errors name it.
  public String title() {
    return title;
  }

  /// The ARN of the pool's function; null when it has none.
  @Nullable String function(LambdaConfigType config) {
    return switch (this) {
      case PRE_SIGN_UP -> config.preSignUp();
      case POST_CONFIRMATION -> config.postConfirmation();
      case PRE_AUTHENTICATION -> config.preAuthentication();
      case POST_AUTHENTICATION -> config.postAuthentication();
      case PRE_TOKEN_GENERATION -> {
        var versioned = config.preTokenGenerationConfig();
        yield versioned == null ? config.preTokenGeneration() : versioned.lambdaArn();
      }
      case CUSTOM_MESSAGE -> config.customMessage();
      case DEFINE_AUTH_CHALLENGE -> config.defineAuthChallenge();
      case CREATE_AUTH_CHALLENGE -> config.createAuthChallenge();
      case VERIFY_AUTH_CHALLENGE -> config.verifyAuthChallengeResponse();
      case USER_MIGRATION -> config.userMigration();
    };
  }
}
