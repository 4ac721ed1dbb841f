package brume.cloudformation.custom;

import brume.cloudformation.data.Replies.Question;
import brume.cloudformation.type.StepFailedException;
import brume.json.Json;
import brume.service.ResourceType.Resource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a custom resource replied.
record Reply(Json.Obj fields) {
  /// Throws [StepFailedException] with AWS's text when the reply is none, or tells of a failure.
  static Reply read(Question question, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > ReplySite.MAX_REPLY) {
      throw new StepFailedException("Response object is too long.");
    }
    var reply = parse(text);
    check(reply, "RequestId", question.requestId());
    check(reply, "StackId", question.stack().toString());
    check(reply, "LogicalResourceId", question.logicalId());
    return switch (String.valueOf(reply.text("Status"))) {
      case "SUCCESS" -> reply;
      case "FAILED" ->
          throw new StepFailedException(
              "Received response status [FAILED] from custom resource. Message returned: "
                  + Objects.requireNonNullElse(reply.text("Reason"), "")
                  + " (RequestId: "
                  + question.requestId()
                  + ")");
      default -> throw invalid("Status");
    };
  }

  private static Reply parse(String text) {
    try {
      if (Json.parse(text) instanceof Json.Obj fields) {
        return new Reply(fields);
      }
    } catch (RuntimeException _) {
      // Refused below: it is no JSON.
    }
    throw new StepFailedException("Invalid response object: it must be a JSON object");
  }

  private static void check(Reply reply, String name, String expected) {
    if (!expected.equals(reply.text(name))) {
      throw invalid(name);
    }
  }

  private static StepFailedException invalid(String name) {
    return new StepFailedException(
        "Invalid response object: Value of property " + name + " is not as it must be");
  }

  /// The id that a reply gives, whatever else is wrong with it; null for none.
  static @Nullable String physicalId(String text) {
    try {
      var own = parse(text).text("PhysicalResourceId");
      return own == null || own.isEmpty() ? null : own;
    } catch (StepFailedException _) {
      return null;
    }
  }

  /// The resource as it is from now on.
  ///
  /// @param before its physical id until now; null when it was created
  Resource resource(@Nullable String before) {
    var own = text("PhysicalResourceId");
    var physicalId = own == null || own.isEmpty() ? before : own;
    if (physicalId == null) {
      throw new StepFailedException("Invalid PhysicalResourceId");
    }
    var attributes = new HashMap<String, Json>();
    if (fields.get("Data") instanceof Json.Obj data) {
      flatten("", data, attributes);
    }
    return new Resource(physicalId, Map.copyOf(attributes));
  }

  /// What lies in objects is named with dots.
  private static void flatten(String prefix, Json.Obj data, Map<String, Json> into) {
    data.fields()
        .forEach(
            (name, value) -> {
              switch (value) {
                case Json.Obj inner -> flatten(prefix + name + '.', inner, into);
                case Json.Null _ -> {}
                default -> into.put(prefix + name, value);
              }
            });
  }

  private @Nullable String text(String name) {
    var value = fields.get(name);
    return value == null ? null : value.text();
  }
}
