package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import org.jspecify.annotations.Nullable;

/// What events invoke: a function, or its alias where it publishes one.
///
/// @param alias the logical id of the alias
record Target(SamResource function, @Nullable String alias) {
  String id() {
    return function.logicalId();
  }

  /// What `FunctionName` of a permission or mapping says.
  Json name() {
    return Intrinsics.ref(alias == null ? id() : alias);
  }

  Json arn() {
    return alias == null ? Intrinsics.getAtt(id(), "Arn") : Intrinsics.ref(alias);
  }

  /// The variable of `Fn::Sub` that stands for the ARN.
  String arnVariable() {
    return alias == null ? "${" + id() + ".Arn}" : "${" + alias + '}';
  }

  /// Lets a service invoke it.
  Draft permission(String logicalId, String principal) {
    return new Draft(logicalId, "AWS::Lambda::Permission")
        .attributes(function.passedOn())
        .set("Action", "lambda:InvokeFunction")
        .set("FunctionName", name())
        .set("Principal", principal);
  }
}
