package brume.cognito.operation.domain;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What domains may be called, and which looks there are.
///
/// Source: Amazon Cognito Developer Guide, "Using the Amazon Cognito domain for managed login".
final class DomainRules {
  private static final List<String> RESERVED = List.of("aws", "amazon", "cognito");

  private DomainRules() {}

  static void check(String prefix) {
    for (var word : RESERVED) {
      if (prefix.contains(word)) {
        throw INVALID_PARAMETER_EXCEPTION.because("Domain cannot contain reserved word: " + word);
      }
    }
    if (prefix.contains(".")) {
      throw INVALID_PARAMETER_EXCEPTION.because("Domain contains invalid characters");
    }
  }

  static int version(@Nullable Integer asked) {
    int version = asked == null ? 1 : asked;
    if (version != 1 && version != 2) {
      throw INVALID_PARAMETER_EXCEPTION.because("ManagedLoginVersion is 1 or 2");
    }
    return version;
  }
}
