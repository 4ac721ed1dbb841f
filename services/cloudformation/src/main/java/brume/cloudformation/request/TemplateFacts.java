package brume.cloudformation.request;

import brume.cloudformation.template.Dependencies;
import brume.cloudformation.template.Template;
import brume.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a template says of itself, before its transforms are applied.
///
/// @param capabilities what callers must acknowledge to use it
public record TemplateFacts(
    Template template,
    List<String> transforms,
    List<String> capabilities,
    @Nullable String capabilitiesReason) {

  public static TemplateFacts of(Json.Obj source) {
    return Drafting.refusing(
        () -> {
          var transforms = Transforms.names(source);
          var template = Template.of(source.without("Globals"));
          if (transforms.isEmpty()) {
            Dependencies.of(template);
          }
          var needed = Capabilities.of(template);
          var capabilities = new ArrayList<String>();
          if (needed.needed() != null) {
            capabilities.add(needed.needed());
          }
          if (!transforms.isEmpty()) {
            capabilities.add(Capabilities.AUTO_EXPAND);
          }
          return new TemplateFacts(template, transforms, capabilities, needed.reason());
        });
  }
}
