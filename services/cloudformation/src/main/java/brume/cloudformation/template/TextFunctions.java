package brume.cloudformation.template;

import brume.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// The functions that make text or take it apart.
final class TextFunctions {
  private static final String JOIN_RULE =
      "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.";
  private static final String SPLIT_RULE =
      "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.";

  private TextFunctions() {}

  static Json join(Evaluator evaluator, Json argument) {
    var parts = Evaluator.arguments(argument);
    if (parts == null
        || parts.size() != 2
        || !(parts.get(0) instanceof Json.Str(String delimiter))
        || !(evaluator.resolve(parts.get(1)) instanceof Json.Arr(List<Json> items))) {
      throw new TemplateException(JOIN_RULE);
    }
    var texts = new Json.Arr(items).texts();
    if (texts.size() != items.size()) {
      throw new TemplateException(JOIN_RULE);
    }
    return Json.of(String.join(delimiter, texts));
  }

  static Json split(Evaluator evaluator, Json argument) {
    var parts = Evaluator.arguments(argument);
    var text = parts == null || parts.size() != 2 ? null : evaluator.text(parts.get(1));
    if (parts == null
        || text == null
        || !(parts.get(0) instanceof Json.Str(String delimiter))
        || delimiter.isEmpty()) {
      throw new TemplateException(SPLIT_RULE);
    }
    return new Json.Arr(
        Arrays.stream(text.split(Pattern.quote(delimiter), -1)).map(Json::of).toList());
  }

  static Json base64(Evaluator evaluator, Json argument) {
    var text = evaluator.text(argument);
    if (text == null) {
      throw new TemplateException(
          "Template error: every Fn::Base64 object must have a String-typed value.");
    }
    return Json.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Json toJsonString(Evaluator evaluator, Json argument) {
    var value = evaluator.resolve(argument);
    if (value instanceof Json.Obj || value instanceof Json.Arr) {
      return Json.of(value.print());
    }
    throw new TemplateException(
        "Template error: Fn::ToJsonString requires an object or a list as its value");
  }
}
