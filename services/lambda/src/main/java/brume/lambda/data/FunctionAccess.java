package brume.lambda.data;

import brume.lambda.function.FunctionName;
import brume.service.Access;

/// What callers must be allowed to work with a function that is there.
public final class FunctionAccess {
  private final Policies policies;

  public FunctionAccess(Policies policies) {
    this.policies = policies;
  }

  /// @param action without its service, such as `GetFunction`
  /// @param function with the qualifier that the request has: each has its own policy
  public Access to(String action, FunctionName function) {
    return Access.to("lambda:" + action, function.arn())
        .guardedBy(new Access.Guard(function.scope().account(), policies.document(function)));
  }

  /// That whoever gives a function its role may do so.
  public static Access toPass(String role) {
    return Access.to("iam:PassRole", role).where("iam:PassedToService", "lambda.amazonaws.com");
  }
}
