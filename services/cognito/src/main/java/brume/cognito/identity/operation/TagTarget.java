package brume.cognito.identity.operation;

import static brume.model.cognitoidentity.CognitoIdentityError.INVALID_PARAMETER_EXCEPTION;

import brume.base.Arn;
import brume.model.cognitoidentity.IdentityPool;
import java.util.Map;
import java.util.TreeMap;

/// What operations on tags are about.
final class TagTarget {
  private TagTarget() {}

  /// The id of the pool with an ARN.
  static String id(String arn) {
    return Arn.parse(arn)
        .filter(parsed -> parsed.service().equals("cognito-identity"))
        .filter(parsed -> parsed.resource().startsWith("identitypool/"))
        .map(parsed -> parsed.resource().substring(parsed.resource().indexOf('/') + 1))
        .orElseThrow(() -> INVALID_PARAMETER_EXCEPTION.because("Invalid resource ARN: " + arn));
  }

  static Map<String, String> tags(IdentityPool pool) {
    return pool.identityPoolTags() == null
        ? new TreeMap<>()
        : new TreeMap<>(pool.identityPoolTags());
  }
}
