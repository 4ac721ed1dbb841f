package brume.cloudformation.template;

import brume.json.Json;
import java.util.List;

/// The functions that take from lists or make them.
final class ListFunctions {
  private static final String SELECT_RULE =
      "Template error: every Fn::Select object requires two parameters, a non-negative integer index and a list of values";

  private ListFunctions() {}

  static Json select(Evaluator evaluator, Json argument) {
    var parts = Evaluator.arguments(argument);
    if (parts == null
        || parts.size() != 2
        || !(evaluator.resolve(parts.get(1)) instanceof Json.Arr(List<Json> items))) {
      throw new TemplateException(SELECT_RULE);
    }
    int index = index(String.valueOf(evaluator.text(parts.get(0))));
    if (index >= items.size()) {
      throw new TemplateException(
          "Template error: Fn::Select cannot select nonexistent value at index " + index);
    }
    return items.get(index);
  }

  private static int index(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException _) {
      throw new TemplateException(SELECT_RULE);
    }
  }

  static Json length(Evaluator evaluator, Json argument) {
    if (evaluator.resolve(argument) instanceof Json.Arr(List<Json> items)) {
      return Json.of(items.size());
    }
    throw new TemplateException("Template error: Fn::Length requires a list as its value");
  }

  static Json zones(Evaluator evaluator, Json argument) {
    var region = evaluator.text(argument);
    if (region == null) {
      throw new TemplateException(
          "Template error: every Fn::GetAZs object must have a String-typed value.");
    }
    return new Json.Arr(evaluator.zones(region).stream().map(Json::of).toList());
  }
}
