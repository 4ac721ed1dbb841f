package brume.cognito.operation.pool;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.base.Arn;
import brume.cognito.data.Directory;
import brume.service.Call;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What operations on tags are about.
final class TagTarget {
  private TagTarget() {}

  /// The id of the pool with an ARN.
  static String id(String arn) {
    return Arn.parse(arn)
        .filter(parsed -> parsed.service().equals("cognito-idp"))
        .filter(parsed -> parsed.resource().startsWith("userpool/"))
        .map(Arn::name)
        .orElseThrow(() -> INVALID_PARAMETER_EXCEPTION.because("Invalid resource ARN: " + arn));
  }

  static void change(
      Directory directory, Call call, String arn, Consumer<Map<String, String>> change) {
    directory
        .pools()
        .change(
            call.scope(),
            id(arn),
            pool -> {
              var tags = new TreeMap<String, String>();
              if (pool.userPoolTags() != null) {
                tags.putAll(pool.userPoolTags());
              }
              change.accept(tags);
              return pool.toBuilder().userPoolTags(tags).build();
            });
  }
}
