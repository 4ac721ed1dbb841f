package brume.s3.resource;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Settings whose form in templates differs from that of the API.
///
/// Source: AWS CloudFormation User Guide, "AWS::S3::Bucket".
final class TemplateForms {
  private TemplateForms() {}

  static Json.Obj cors(Json.Obj template) {
    var names = Map.of("ExposedHeaders", "ExposeHeaders", "Id", "ID", "MaxAge", "MaxAgeSeconds");
    return Json.object("CORSRules", each(template.get("CorsRules"), rule -> renamed(rule, names)));
  }

  static Json.Obj website(Json.Obj template) {
    var api = new LinkedHashMap<>(template.fields());
    api.computeIfPresent("IndexDocument", (_, suffix) -> Json.object("Suffix", suffix));
    api.computeIfPresent("ErrorDocument", (_, key) -> Json.object("Key", key));
    var names = Map.of("RedirectRule", "Redirect", "RoutingRuleCondition", "Condition");
    api.computeIfPresent("RoutingRules", (_, rules) -> each(rules, rule -> renamed(rule, names)));
    return new Json.Obj(api);
  }

  static Json.Obj encryption(Json.Obj template) {
    var names = Map.of("ServerSideEncryptionByDefault", "ApplyServerSideEncryptionByDefault");
    var rules = template.get("ServerSideEncryptionConfiguration");
    return Json.object("Rules", each(rules, rule -> renamed(rule, names)));
  }

  static Json.Obj replication(Json.Obj template) {
    return template
        .without("Rules")
        .with("Rules", each(template.get("Rules"), TemplateForms::rule));
  }

  private static Json.Obj rule(Json.Obj template) {
    var rule = renamed(template, Map.of("Id", "ID"));
    if (!(rule.get("Filter") instanceof Json.Obj filter)) {
      return rule;
    }
    var api = renamed(filter, Map.of("TagFilter", "Tag"));
    if (api.get("And") instanceof Json.Obj and) {
      api = api.without("And").with("And", renamed(and, Map.of("TagFilters", "Tags")));
    }
    return rule.without("Filter").with("Filter", api);
  }

  interface Form {
    Json.Obj of(Json.Obj template);
  }

  static Json each(@Nullable Json list, Form form) {
    return new Json.Arr(
        list == null
            ? List.of()
            : list.list().stream()
                .map(item -> item instanceof Json.Obj object ? form.of(object) : item)
                .toList());
  }

  static Json.Obj renamed(Json.Obj template, Map<String, String> names) {
    var api = new LinkedHashMap<String, Json>();
    template.fields().forEach((name, value) -> api.put(names.getOrDefault(name, name), value));
    return new Json.Obj(api);
  }
}
