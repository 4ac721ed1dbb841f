package brume.s3.resource;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// The notification configurations of templates in the form of the API, which has a list of events
/// where templates have one.
final class NotificationForm {
  private static final Map<String, String> LISTS =
      Map.of(
          "LambdaConfigurations", "LambdaFunctionConfigurations",
          "QueueConfigurations", "QueueConfigurations",
          "TopicConfigurations", "TopicConfigurations");
  private static final Map<String, String> NAMES =
      Map.of("Function", "LambdaFunctionArn", "Queue", "QueueArn", "Topic", "TopicArn");
  private static final String EVENT_BRIDGE = "EventBridgeConfiguration";

  private NotificationForm() {}

  static Json.Obj of(Json.Obj template) {
    var api = new LinkedHashMap<String, Json>();
    template
        .fields()
        .forEach(
            (name, value) -> {
              if (LISTS.containsKey(name)) {
                api.put(LISTS.get(name), TemplateForms.each(value, NotificationForm::one));
              } else if (!name.equals(EVENT_BRIDGE)) {
                api.put(name, value);
              } else if (isEnabled(value)) {
                api.put(name, Json.object());
              }
            });
    return new Json.Obj(api);
  }

  private static boolean isEnabled(Json bridge) {
    var enabled = bridge instanceof Json.Obj fields ? fields.get("EventBridgeEnabled") : null;
    return enabled == null || !"false".equals(enabled.text());
  }

  private static Json.Obj one(Json.Obj template) {
    var api = new LinkedHashMap<String, Json>();
    template
        .fields()
        .forEach(
            (name, value) -> {
              switch (name) {
                case "Event" -> api.put("Events", Json.array(value));
                case "Filter" -> api.put(name, filter(value));
                default -> api.put(NAMES.getOrDefault(name, name), value);
              }
            });
    return new Json.Obj(api);
  }

  private static Json filter(Json template) {
    return template instanceof Json.Obj filter && filter.get("S3Key") instanceof Json.Obj key
        ? Json.object("Key", TemplateForms.renamed(key, Map.of("Rules", "FilterRules")))
        : template;
  }
}
