package brume.cloudformation.template;

import brume.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A parameter as its template declares it.
///
/// @param noEcho whether its value is shown as `****`
/// @param allowedValues empty when any value is allowed
public record Parameter(
    String name,
    ParameterType type,
    @Nullable String defaultValue,
    List<String> allowedValues,
    @Nullable String allowedPattern,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable BigDecimal minValue,
    @Nullable BigDecimal maxValue,
    boolean noEcho,
    @Nullable String description,
    @Nullable String constraintDescription) {

  private static final Set<String> MEMBERS =
      Set.of(
          "Type",
          "Default",
          "AllowedValues",
          "AllowedPattern",
          "MinLength",
          "MaxLength",
          "MinValue",
          "MaxValue",
          "NoEcho",
          "Description",
          "ConstraintDescription");

  static Parameter of(String name, Json json) {
    if (!Names.isAlphanumeric(name)) {
      throw new TemplateException(
          "Template format error: Parameter name " + name + " is non alphanumeric.");
    }
    if (!(json instanceof Json.Obj members)
        || !(members.get("Type") instanceof Json.Str(String type))) {
      throw new TemplateException(
          "Template format error: Every Parameters object must contain a Type member.");
    }
    for (var member : members.fields().keySet()) {
      if (!MEMBERS.contains(member)) {
        throw new TemplateException("Invalid template parameter property '" + member + "'");
      }
    }
    var allowed = members.get("AllowedValues");
    return new Parameter(
        name,
        ParameterType.of(name, type),
        defaultOf(members.get("Default")),
        allowed == null ? List.of() : allowed.texts(),
        text(members, "AllowedPattern"),
        integer(name, members, "MinLength"),
        integer(name, members, "MaxLength"),
        decimal(name, members, "MinValue"),
        decimal(name, members, "MaxValue"),
        "true".equalsIgnoreCase(text(members, "NoEcho")),
        text(members, "Description"),
        text(members, "ConstraintDescription"));
  }

  private static @Nullable String defaultOf(@Nullable Json json) {
    return switch (json) {
      case null -> null;
      case Json.Arr list -> String.join(",", list.texts());
      case Json.Null _, Json.Obj _ ->
          throw new TemplateException(
              "Template format error: Every Default member must be a string.");
      default -> json.text();
    };
  }

  private static @Nullable String text(Json.Obj members, String member) {
    var json = members.get(member);
    return json == null ? null : json.text();
  }

  private static @Nullable Integer integer(String name, Json.Obj members, String member) {
    var number = decimal(name, members, member);
    return number == null ? null : number.intValue();
  }

  private static @Nullable BigDecimal decimal(String name, Json.Obj members, String member) {
    var text = text(members, member);
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw new TemplateException(
          "Template format error: %s of parameter %s must be a number.".formatted(member, name));
    }
  }
}
