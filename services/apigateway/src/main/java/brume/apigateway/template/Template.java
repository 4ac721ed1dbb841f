package brume.apigateway.template;

import brume.apigateway.record.Lacking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The template of a gateway response, compiled.
///
/// It knows `$context.…`, `$stageVariables.…`, `$input.body`, `$input.json('$')` and
/// `$input.params('name')`.
///
/// Source: API Gateway Developer Guide, "Gateway responses for REST APIs in API Gateway".
public final class Template {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$!?(?:\\{([^}]*)}|((?:context|stageVariables)(?:\\.[A-Za-z0-9_-]+)+"
              + "|input\\.(?:body|json\\(\\s*['\"]\\$['\"]\\s*\\)|params\\(\\s*['\"][^'\"]+['\"]\\s*\\))))");
  private static final Pattern VELOCITY = Pattern.compile("#[a-zA-Z{#*]|\\$!?[a-zA-Z{]");

  private final List<Function<TemplateVariables, String>> parts;

  private Template(List<Function<TemplateVariables, String>> parts) {
    this.parts = parts;
  }

  /// Throws a refusal that quotes what is not known.
  public static Template parse(String text) {
    var parts = new ArrayList<Function<TemplateVariables, String>>();
    var matcher = REFERENCE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      parts.add(literal(text.substring(end, matcher.start())));
      var inner = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      parts.add(reference(inner));
      end = matcher.end();
    }
    parts.add(literal(text.substring(end)));
    return new Template(List.copyOf(parts));
  }

  private static Function<TemplateVariables, String> literal(String text) {
    var unknown = VELOCITY.matcher(text);
    if (unknown.find()) {
      int from = unknown.start();
      var shown =
          text.substring(from, Math.min(text.length(), from + 40)).lines().findFirst().orElse("");
      throw Lacking.feature("the Velocity language in gateway responses: " + shown);
    }
    return _ -> text;
  }

  private static Function<TemplateVariables, String> reference(String name) {
    if (name.startsWith("context.")) {
      var path = name.substring("context.".length());
      return scope -> scope.context(path);
    }
    if (name.startsWith("stageVariables.")) {
      var variable = name.substring("stageVariables.".length());
      return scope -> scope.stageVariables().getOrDefault(variable, "");
    }
    if (name.equals("input.body") || name.startsWith("input.json(")) {
      return TemplateVariables::body;
    }
    if (name.startsWith("input.params(")) {
      var parameter = name.replaceAll(".*['\"](.+)['\"].*", "$1");
      return scope -> {
        var value = scope.parameters().find(parameter);
        return value == null ? "" : value;
      };
    }
    throw Lacking.feature("the template variable " + name);
  }

  public String render(TemplateVariables scope) {
    var text = new StringBuilder();
    parts.forEach(part -> text.append(part.apply(scope)));
    return text.toString();
  }
}
