package brume.ses.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {
  private static final Json.Obj DATA =
      (Json.Obj)
          Json.parse(
              """
              {"name": "Ann", "zero": 0, "html": "<b>&", "empty": "", "none": null, "list": ["a", "b"],
               "address": {"city": "Ulm", "lines": [{"text": "x"}, {"text": "y"}]}}
              """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello {{name}}! | Hello Ann!",
        "{{ name }}{{{name}}} | AnnAnn",
        "{{address.city}} | Ulm",
        "{{html}} | <b>&",
        "[{{none}}{{empty}}] | []",
        "{{zero}} | 0",
        "{{#if name}}yes{{else}}no{{/if}} | yes",
        "{{#if zero}}yes{{else}}no{{/if}} | no",
        "{{#if unknown}}yes{{/if}}- | -",
        "{{#unless empty}}none{{/unless}} | none",
        "{{#each list}}{{@index}}{{this}}{{#unless @last}},{{/unless}}{{/each}} | 0a,1b",
        "{{#each address}}{{@key}} {{/each}}. | city lines .",
        "{{#each address.lines}}{{text}}{{../name}}{{/each}} | xAnnyAnn",
        "{{#with address}}{{city}}{{/with}} | Ulm",
        "{{#with unknown}}a{{else}}b{{/with}} | b",
        "{{list.1}} | b",
        "a{{! note }}b{{!-- {{name}} --}}c | abc",
        "no tags }} here | no tags }} here",
      })
  void valuesAreFilledIn(String template, String text) throws TemplateException {
    assertThat(TemplateText.parse(template).render(DATA)).isEqualTo(text);
  }

  @Test
  void aMissingValueIsNamed() throws TemplateException {
    var template = TemplateText.parse("Hello {{address.street}}");
    assertThatThrownBy(() -> template.render(DATA))
        .hasMessage("Attribute 'address.street' is not present in the rendering data.")
        .extracting(e -> ((TemplateException) e).dataLacks())
        .isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{name",
        "{{#if name}}",
        "{{#if name}}{{/each}}",
        "{{#if}}{{/if}}",
        "{{/if}}",
        "{{else}}",
        "{{> partial}}",
        "{{#* inline \"x\"}}{{/inline}}",
        "{{#list}}{{/list}}",
        "{{a b}}",
      })
  void whatIsNoTemplateIsRefused(String template) {
    assertThatThrownBy(() -> TemplateText.parse(template))
        .isInstanceOf(TemplateException.class)
        .extracting(e -> ((TemplateException) e).dataLacks())
        .isEqualTo(false);
  }

  @Test
  void blocksLieInBlocksToALimit() {
    var deep = "{{#if name}}".repeat(60) + "{{/if}}".repeat(60);
    assertThatThrownBy(() -> TemplateText.parse(deep)).hasMessageContaining("too deep");
  }
}
