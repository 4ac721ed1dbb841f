package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import org.jspecify.annotations.Nullable;

/// `FunctionUrlConfig`: a function's own address, and leave for all to use it where it is public.
final class FunctionUrl {
  private FunctionUrl() {}

  static void add(Expansion expansion, SamResource source, Json.Obj config, @Nullable Draft alias) {
    var authType = config.get("AuthType");
    if (authType == null) {
      throw source.invalid(
          "AuthType is required to configure function property `FunctionUrlConfig`. Please provide either AWS_IAM or NONE.");
    }
    var target = Intrinsics.ref(alias == null ? source.logicalId() : alias.logicalId());
    expansion.add(
        new Draft(source.logicalId() + "Url", "AWS::Lambda::Url")
            .attributes(source.passedOn())
            .set("Cors", config.get("Cors"))
            .set("AuthType", authType)
            .set("TargetFunctionArn", target)
            .set("InvokeMode", config.get("InvokeMode")));
    if ("NONE".equals(authType.text())) {
      expansion.add(
          permission(source, target, "UrlPublicPermissions", "lambda:InvokeFunctionUrl")
              .set("FunctionUrlAuthType", authType));
      expansion.add(
          permission(source, target, "URLInvokeAllowPublicAccess", "lambda:InvokeFunction")
              .set("InvokedViaFunctionUrl", Json.of(true)));
    }
  }

  private static Draft permission(SamResource source, Json target, String suffix, String action) {
    return new Draft(source.logicalId() + suffix, "AWS::Lambda::Permission")
        .attributes(source.passedOn())
        .set("Action", action)
        .set("FunctionName", target)
        .set("Principal", "*");
  }
}
