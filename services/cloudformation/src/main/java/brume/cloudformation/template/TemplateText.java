package brume.cloudformation.template;

import brume.json.Json;
import brume.json.JsonException;
import java.nio.charset.StandardCharsets;

/// The text of a template, in YAML or JSON, as a tree in which functions have their long names.
public final class TemplateText {
  /// Source: CloudFormation quotas, "Template body size in an object in S3".
  public static final int MAX_BYTES = 1 << 20;

  private TemplateText() {}

  /// Throws [TemplateException] with line and column when the text is neither.
  public static Json.Obj parse(String text) {
    if (parseAny(text) instanceof Json.Obj template) {
      return template;
    }
    throw new TemplateException("Template format error: unsupported structure.");
  }

  /// Reads a piece of a template, which need not be an object: what `AWS::Include` includes.
  public static Json parseAny(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new TemplateException("Template may not exceed " + MAX_BYTES + " bytes in size.");
    }
    return text.stripLeading().startsWith("{") ? json(text) : new YamlTree(text).read();
  }

  private static Json json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      throw new TemplateException("Template format error: JSON not well-formed. " + e.getMessage());
    }
  }
}
