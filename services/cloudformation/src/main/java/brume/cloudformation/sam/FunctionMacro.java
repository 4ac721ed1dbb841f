package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.S3Location;
import brume.cloudformation.sam.part.SamResource;
import brume.cloudformation.sam.part.TagList;
import brume.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::Serverless::Function`: the function, its role, its version and alias, its URL and what its
/// events need.
final class FunctionMacro {
  private static final List<String> PASSED_THROUGH =
      List.of(
          "FunctionName",
          "Handler",
          "Runtime",
          "Description",
          "MemorySize",
          "Timeout",
          "VpcConfig",
          "Environment",
          "KmsKeyArn",
          "ReservedConcurrentExecutions",
          "Layers",
          "FileSystemConfigs",
          "ImageConfig",
          "PackageType",
          "Architectures",
          "SnapStart",
          "EphemeralStorage",
          "CodeSigningConfigArn",
          "RuntimeManagementConfig",
          "LoggingConfig",
          "RecursiveLoop");
  private static final Set<String> SUPPORTED =
      Set.of(
          "FunctionName",
          "Handler",
          "Runtime",
          "Description",
          "MemorySize",
          "Timeout",
          "VpcConfig",
          "Environment",
          "KmsKeyArn",
          "ReservedConcurrentExecutions",
          "Layers",
          "FileSystemConfigs",
          "ImageConfig",
          "PackageType",
          "Architectures",
          "SnapStart",
          "EphemeralStorage",
          "CodeSigningConfigArn",
          "RuntimeManagementConfig",
          "LoggingConfig",
          "RecursiveLoop",
          "CodeUri",
          "ImageUri",
          "InlineCode",
          "DeadLetterQueue",
          "Role",
          "AssumeRolePolicyDocument",
          "Policies",
          "RolePath",
          "PermissionsBoundary",
          "Events",
          "Tags",
          "PropagateTags",
          "Tracing",
          "EventInvokeConfig",
          "AutoPublishAlias",
          "AutoPublishCodeSha256",
          "AutoPublishAliasAllProperties",
          "VersionDescription",
          "ProvisionedConcurrencyConfig",
          "FunctionUrlConfig",
          "VersionDeletionPolicy");

  private final Expansion expansion;
  private final SamResource source;

  FunctionMacro(Expansion expansion, SamResource source) {
    this.expansion = expansion;
    this.source = source;
  }

  void expand() {
    source.allowOnly(SUPPORTED);
    var function = function();
    var role = source.has("Role") ? null : role();
    var alias = Publishing.publish(expansion, source, function);
    if (source.get("FunctionUrlConfig") instanceof Json.Obj url) {
      FunctionUrl.add(expansion, source, url, alias);
    }
    if (source.get("EventInvokeConfig") instanceof Json.Obj config) {
      new AsyncInvocation(expansion, source, alias, role).add(config);
    }
    if (role != null) {
      role.policies(source.get("Policies"));
    }
    var target = new Target(source, alias == null ? null : alias.logicalId());
    if (source.get("Events") instanceof Json.Obj(Map<String, Json> events)) {
      var each = new Events(expansion, target, role);
      events.entrySet().stream()
          .sorted(Comparator.comparing(FunctionMacro::rank))
          .forEach(event -> each.add(event.getKey(), event.getValue()));
    }
    if (role == null) {
      function.set("Role", source.get("Role"));
    } else {
      expansion.add(role.draft());
      function.set("Role", Intrinsics.getAtt(role.logicalId(), "Arn"));
    }
    expansion.add(function);
  }

  /// The translator takes events in the order of their paths, or of their names.
  private static String rank(Map.Entry<String, Json> event) {
    return event.getValue() instanceof Json.Obj members
            && members.get("Properties") instanceof Json.Obj properties
            && properties.get("Path") instanceof Json.Str(String path)
        ? path
        : event.getKey();
  }

  private Draft function() {
    var function =
        new Draft(source.logicalId(), "AWS::Lambda::Function")
            .attributes(source.ownAttributes())
            .set("Code", code());
    for (var property : PASSED_THROUGH) {
      function.set(property, source.get(property));
    }
    function.set("Tags", TagList.ofLambda(source.get("Tags")));
    if (isTraced()) {
      function.set("TracingConfig", Json.object("Mode", tracing()));
    }
    if (source.get("DeadLetterQueue") instanceof Json.Obj queue) {
      var target = queue.get("TargetArn");
      if (target == null) {
        throw source.invalid(
            "'DeadLetterQueue' requires Type and TargetArn properties to be specified.");
      }
      function.set("DeadLetterConfig", Json.object("TargetArn", target));
    }
    return function;
  }

  private Json.Obj code() {
    var inline = source.get("InlineCode");
    if (inline != null) {
      return Json.object("ZipFile", inline);
    }
    var uri = source.get("CodeUri");
    if (uri != null) {
      return S3Location.of(source, "CodeUri", uri);
    }
    if (source.has("ImageUri")) {
      throw source.invalid("property ImageUri is not supported: functions run from zip archives");
    }
    throw source.invalid("Only one of 'InlineCode' or 'CodeUri' can be set.");
  }

  private Json tracing() {
    var tracing = source.get("Tracing");
    return tracing == null ? Json.of("Disabled") : tracing;
  }

  private boolean isTraced() {
    return !"Disabled".equals(expansion.parameters().text(tracing()));
  }

  private Role role() {
    var role = new Role(source);
    role.attach("service-role/AWSLambdaBasicExecutionRole");
    if (isTraced()) {
      role.attach("AWSXrayWriteOnlyAccess");
    }
    if (source.has("VpcConfig")) {
      role.attach("service-role/AWSLambdaVPCAccessExecutionRole");
    }
    if (source.get("DeadLetterQueue") instanceof Json.Obj queue) {
      role.useDeadLetters(deadLetterAction(queue.get("Type")), target(queue));
    }
    return role;
  }

  private static Json target(Json.Obj queue) {
    var target = queue.get("TargetArn");
    return target == null ? Json.ofNull() : target;
  }

  private String deadLetterAction(@Nullable Json type) {
    return switch (type == null ? "" : String.valueOf(type.text())) {
      case "SQS" -> "sqs:SendMessage";
      case "SNS" -> "sns:Publish";
      default -> throw source.invalid("'DeadLetterQueue' requires Type of either SQS or SNS.");
    };
  }
}
