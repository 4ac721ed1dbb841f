package brume.cloudformation.request;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.sam.part.SamException;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.template.Dependencies;
import brume.cloudformation.template.Evaluator;
import brume.cloudformation.template.Lookups;
import brume.cloudformation.template.ParameterValues;
import brume.cloudformation.template.Rules;
import brume.cloudformation.template.Template;
import brume.cloudformation.template.TemplateException;
import brume.cloudformation.template.TemplateText;
import brume.cloudformation.type.StoredParameters;
import brume.cloudformation.type.Types;
import brume.json.Json;
import brume.model.cloudformation.Tag;
import brume.service.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the revision that a request wants. All that can be known to fail is refused here, before
/// anything is created.
public final class Drafting {
  /// Source: CloudFormation quotas.
  private static final int MAX_TAGS = 50;

  private final Types types;

  public Drafting(Types types) {
    this.types = types;
  }

  /// @param before what the stack wants until now
  public Revision draft(Call call, StackId id, Wish wish, @Nullable Revision before) {
    var body = body(call, wish, before);
    return refusing(
        () -> {
          var source = TemplateText.parse(body);
          Capabilities.checkMacros(wish, Transforms.names(source));
          var given = given(wish, before);
          var declared = Template.ofParameters(source);
          var values = values(call, declared, given);
          Rules.check(
              source,
              new Evaluator(
                  declared, values, id.pseudoParameters(call.endpoint()), Lookups.NOTHING));
          var applied =
              Transforms.apply(call, source, values, id.pseudoParameters(call.endpoint()));
          var template = Template.of(applied);
          Dependencies.of(template);
          var revision =
              new Revision(
                  body,
                  template,
                  values(call, template, given),
                  tags(wish, before),
                  wish.capabilities());
          Capabilities.checkIdentities(wish, template);
          new Support(types, wish.resourceTypes())
              .check(template, revision.parameters(), id.pseudoParameters(call.endpoint()));
          return revision;
        });
  }

  /// Turns what a template breaks into the refusal of a request.
  public static <T> T refusing(Supplier<T> read) {
    try {
      return read.get();
    } catch (TemplateException | SamException e) {
      throw VALIDATION_ERROR.because(String.valueOf(e.getMessage()));
    }
  }

  private static String body(Call call, Wish wish, @Nullable Revision before) {
    var body = TemplateBodies.find(call, wish.templateBody(), wish.templateUrl());
    if (body != null && wish.usePrevious()) {
      throw VALIDATION_ERROR.because(
          "You cannot specify both usePreviousTemplate and Template Body/Template URL.");
    }
    if (body == null && wish.usePrevious() && before != null) {
      return before.body();
    }
    if (body == null) {
      throw VALIDATION_ERROR.because("Either Template URL or Template Body must be specified.");
    }
    return body;
  }

  private static Map<String, String> given(Wish wish, @Nullable Revision before) {
    var given = new LinkedHashMap<String, String>();
    for (var parameter : wish.parameters()) {
      var key = Objects.requireNonNullElse(parameter.parameterKey(), "");
      var value = parameter.parameterValue();
      if (Boolean.TRUE.equals(parameter.usePreviousValue())) {
        value = before == null ? null : before.parameters().given().get(key);
        if (value == null) {
          throw VALIDATION_ERROR.because(
              "Invalid input for parameter key "
                  + key
                  + ". Cannot specify usePreviousValue as true for a parameter key not in the previous template");
        }
      }
      if (value == null) {
        throw VALIDATION_ERROR.because(
            "Invalid input for parameter key "
                + key
                + ". Need to specify either usePreviousValue as true or a value for the parameter");
      }
      if (given.put(key, value) != null) {
        throw VALIDATION_ERROR.because("Parameter '" + key + "' has been specified more than once");
      }
    }
    return given;
  }

  private static ParameterValues values(Call call, Template template, Map<String, String> given) {
    return ParameterValues.of(template, given, name -> StoredParameters.value(call, name));
  }

  private static Map<String, String> tags(Wish wish, @Nullable Revision before) {
    var wanted = wish.tags();
    if (wanted == null) {
      return before == null ? Map.of() : before.tags();
    }
    var tags = new LinkedHashMap<String, String>();
    for (Tag tag : wanted) {
      if (tag.key().startsWith("aws:")) {
        throw VALIDATION_ERROR.because(
            "aws: prefixed tag key names are not allowed for external use.");
      }
      tags.put(tag.key(), tag.value());
    }
    if (tags.size() > MAX_TAGS) {
      throw VALIDATION_ERROR.because("Number of tags exceeds the maximum of " + MAX_TAGS);
    }
    return tags;
  }

  /// The template's text as the request gives it.
  public static Json.Obj read(Call call, @Nullable String body, @Nullable String url) {
    var text = TemplateBodies.find(call, body, url);
    if (text == null) {
      throw VALIDATION_ERROR.because("Either Template URL or Template Body must be specified.");
    }
    return refusing(() -> TemplateText.parse(text));
  }
}
