package brume.apigateway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTemplateTest {
  private static final RequestParameters PARAMETERS =
      new RequestParameters() {
        @Override
        public String find(String name) {
          return name.equals("id") ? "7" : null;
        }

        @Override
        public Map<String, Map<String, String>> all() {
          return Map.of("path", Map.of("id", "7"), "querystring", Map.of(), "header", Map.of());
        }
      };

  private static final String BODY =
      """
      {"name": "Ann", "n": 3, "half": 0.5, "yes": true, "none": null, "tags": ["a", "b"],
       "inner": {"deep": {"x": 1}}, "items": [{"x": 2}, {"x": 3}], "quote": "it's \\"so\\""}
      """;

  private static Rendered rendered(String template) {
    var context = (Json.Obj) Json.parse("{\"stage\": \"Prod\", \"identity\": {\"ip\": \"::1\"}}");
    return MappingTemplate.parse(template)
        .render(new TemplateVariables(context, Map.of("color", "red"), BODY, PARAMETERS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$input.json('$.name')|\"Ann\"",
        "$input.json('$.tags')|[\"a\",\"b\"]",
        "$input.json(\"$.inner.deep\")|{\"x\":1}",
        "$input.json('$.tags[1]')|\"b\"",
        "$input.json('$.tags[-1]')|\"b\"",
        "$input.json('$.items[*].x')|[2,3]",
        "$input.json('$..x')|[1,2,3]",
        "$input.json(\"$['name']\")|\"Ann\"",
        "<$input.json('$.missing')>|<>",
        "$input.path('$.name').length()|3",
        "$input.path('$.n')|3",
        "$input.path('$.half')|0.5",
        "<$input.path('$.none')>|<>",
        "$input.path('$.inner').deep.x|1",
        "#if($input.path('$.yes'))on#{else}off#end|on",
        "#foreach($t in $input.path('$.tags'))$t#if($foreach.hasNext),#end#end|a,b",
        "#set($a = $input.path('$'))$a.name$a.tags.size()|Ann2",
        "$input.params('id')<$input.params('no')>|7<>",
        "$input.params().path.id|7",
        "#foreach($p in $input.params().keySet())#if($p == 'path')$p#end#end|path",
        "$context.stage $context.identity.ip <$context.no.such>|Prod ::1 <>",
        "$stageVariables.color <$stageVariables.none>|red <>",
        "$util.escapeJavaScript($input.path('$.quote'))|it\\'s \\\"so\\\"",
        "$util.urlEncode('a b&c')$util.urlDecode('%C3%A4')|a+b%26cä",
        "$util.base64Encode('hi')$util.base64Decode('aGk=')|aGk=hi",
        "$util.parseJson('{\"k\": [5]}').k[0]|5",
        "$unknown stays|$unknown stays"
      })
  void templatesSeeTheRequest(String template, String text) {
    assertThat(rendered(template).text()).isEqualTo(text);
  }

  @Test
  void templatesReachNoClassesAndNoFiles() {
    var escape = "$input.class.forName('java.lang.Runtime').getRuntime()";
    assertThat(rendered(escape).text()).isEmpty();
    assertThat(rendered("#set($s = '')$s.getClass().forName('java.lang.Runtime')").text())
        .isEqualTo("$s.getClass().forName('java.lang.Runtime')");
    assertThatThrownBy(() -> rendered("#include('/etc/passwd')"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rendered("#parse('/etc/passwd')"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void loopsEnd() {
    var text = rendered("#foreach($i in [1..5000])x#end").text();
    assertThat(text).hasSize(1000);
  }

  @Test
  void whatATemplateSetsGoesOn() {
    var rendered =
        rendered(
            "#set($context.requestOverride.header.X = 'a')"
                + "#set($context.requestOverride.path.id = 8)"
                + "#set($context.responseOverride.status = 201)"
                + "#set($context.responseOverride.header.Y = 'b')text");
    assertThat(rendered.text()).isEqualTo("text");
    assertThat(rendered.request().get("header")).containsEntry("X", "a");
    assertThat(rendered.request().get("path")).containsEntry("id", "8");
    assertThat(rendered.status()).isEqualTo(201);
    assertThat(rendered.headers()).containsEntry("Y", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#if($x)", "#foreach($a in", "#end"})
  void whatIsNoTemplateIsRefused(String text) {
    assertThatThrownBy(() -> MappingTemplate.parse(text))
        .hasMessageStartingWith("Invalid mapping template specified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "$.a[?(@.x)]", "$.a[1:2]", "$a"})
  void whatIsNoPathIsAFailure(String path) {
    assertThatThrownBy(() -> JsonPath.read(Json.parse(BODY), path))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
