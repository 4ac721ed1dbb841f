package brume.cloudformation.stack;

import brume.base.Arn;
import brume.base.Scope;
import brume.cloudformation.template.PseudoParameters;
import brume.service.Endpoint;
import java.util.List;
import java.util.Optional;

/// A stack, among all that had or will have its name.
///
/// @param uid tells it from others of its name
public record StackId(Scope scope, String name, String uid) {
  /// Empty when `text` is not the ARN of a stack.
  public static Optional<StackId> parse(String text) {
    return Arn.parse(text)
        .filter(arn -> arn.service().equals("cloudformation"))
        .map(arn -> new Parts(arn, arn.resource().split("/", -1)))
        .filter(parts -> parts.of.length == 3 && parts.of[0].equals("stack"))
        .filter(parts -> Scope.isRegion(parts.arn.region()))
        .filter(parts -> Scope.isAccount(parts.arn.account()))
        .map(
            parts ->
                new StackId(
                    new Scope(parts.arn.account(), parts.arn.region()), parts.of[1], parts.of[2]));
  }

  private record Parts(Arn arn, String[] of) {}

  /// What the pseudo parameters stand for in the stack's template.
  public PseudoParameters pseudoParameters(Endpoint endpoint) {
    return new PseudoParameters(
        scope.account(), scope.region(), "aws", endpoint.urlSuffix(), name, toString(), List.of());
  }

  public Arn arn() {
    return Arn.of("cloudformation", scope, "stack/" + name + '/' + uid);
  }

  @Override
  public String toString() {
    return arn().toString();
  }
}
