package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.SamResource;
import brume.cloudformation.sam.part.TagList;
import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The execution role that a function gets when it names none.
final class Role {
  private static final String ARN = "arn:aws:iam::aws:policy/";
  private static final Map<String, String> PATHS =
      Resource.lines("managed-policy-paths.txt").stream()
          .collect(Collectors.toMap(path -> path.substring(path.lastIndexOf('/') + 1), p -> p));

  private final SamResource function;
  private final List<Json> managed = new ArrayList<>();
  private final List<Json> inline = new ArrayList<>();

  Role(SamResource function) {
    this.function = function;
  }

  String logicalId() {
    return function.logicalId() + "Role";
  }

  /// Attaches a managed policy of AWS, such as `service-role/AWSLambdaSQSQueueExecutionRole`.
  void attach(String path) {
    attach(Json.of(ARN + path));
  }

  private void attach(Json arn) {
    if (!managed.contains(arn)) {
      managed.add(arn);
    }
  }

  /// Adds an inline policy with one statement.
  void allow(String policyName, String action, Json resource) {
    inline(policyName, Json.object("Statement", statement(action, resource)));
  }

  void useDeadLetters(String action, Json target) {
    inline(
        "DeadLetterQueuePolicy",
        Json.object("Version", Json.of("2012-10-17"), "Statement", statement(action, target)));
  }

  private static Json statement(String action, Json resource) {
    return Json.array(
        Json.object("Action", Json.of(action), "Resource", resource, "Effect", Json.of("Allow")));
  }

  private void inline(String name, Json document) {
    var policy = Json.object("PolicyName", Json.of(name), "PolicyDocument", document);
    if (!inline.contains(policy)) {
      inline.add(policy);
    }
  }

  /// Reads the property `Policies`: names, ARNs, documents and templates, one or many.
  void policies(@Nullable Json policies) {
    int index = 0;
    for (var policy : policies == null ? List.<Json>of() : policies.list()) {
      policy(policy, index++);
    }
  }

  private void policy(Json policy, int index) {
    switch (policy) {
      case Json.Str(String name) -> attach(Json.of(arn(name)));
      case Json.Obj object when object.has("Statement") -> document(object, index);
      case Json.Obj object when object.has("Fn::If") -> chosen(object, index);
      case Json.Obj object when Intrinsics.isFunction(object) -> attach(object);
      case Json.Obj object when object.fields().size() == 1 -> {
        var template = object.fields().entrySet().iterator().next();
        if (!PolicyTemplates.has(template.getKey())) {
          throw function.invalid(
              "Policy at index " + index + " in the 'Policies' property is not valid");
        }
        document(PolicyTemplates.policy(function, template.getKey(), template.getValue()), index);
      }
      default ->
          throw function.invalid(
              "Policy at index " + index + " in the 'Policies' property is not valid");
    }
  }

  private void document(Json document, int index) {
    inline.add(named(document, index));
  }

  private Json named(Json document, int index) {
    return Json.object(
        "PolicyName", Json.of(logicalId() + "Policy" + index), "PolicyDocument", document);
  }

  /// A policy that a condition chooses is a document or a managed policy by its branches.
  private void chosen(Json.Obj choice, int index) {
    var parts = java.util.Objects.requireNonNull(choice.get("Fn::If")).list();
    boolean document =
        parts.stream().anyMatch(part -> part instanceof Json.Obj o && o.has("Statement"));
    var branches = new ArrayList<Json>();
    branches.add(parts.getFirst());
    for (var part : parts.subList(1, parts.size())) {
      if (document && part instanceof Json.Obj o && o.has("Statement")) {
        branches.add(named(part, index));
      } else {
        branches.add(part instanceof Json.Str(String name) ? Json.of(arn(name)) : part);
      }
    }
    var chosen = Json.object("Fn::If", new Json.Arr(branches));
    if (document) {
      inline.add(chosen);
    } else {
      attach(chosen);
    }
  }

  private static String arn(String name) {
    return name.startsWith("arn:") ? name : ARN + PATHS.getOrDefault(name, name);
  }

  Draft draft() {
    var own = function.get("AssumeRolePolicyDocument");
    var properties = new LinkedHashMap<String, Json>();
    properties.put("AssumeRolePolicyDocument", own == null ? trustLambda() : own);
    properties.put("ManagedPolicyArns", new Json.Arr(managed));
    var draft = new Draft(logicalId(), "AWS::IAM::Role").attributes(function.passedOn());
    properties.forEach(draft::set);
    return draft
        .set("Policies", inline.isEmpty() ? null : new Json.Arr(inline))
        .set("Path", function.get("RolePath"))
        .set("PermissionsBoundary", function.get("PermissionsBoundary"))
        .set("Tags", TagList.ofLambda(function.get("Tags")));
  }

  private static Json.Obj trustLambda() {
    return Json.object(
        "Version", Json.of("2012-10-17"),
        "Statement",
            Json.array(
                Json.object(
                    "Action", Json.array(Json.of("sts:AssumeRole")),
                    "Effect", Json.of("Allow"),
                    "Principal",
                        Json.object("Service", Json.array(Json.of("lambda.amazonaws.com"))))));
  }
}
