package brume.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          12                  | 12
          -1.50               | -1.50
          012345678901        | "012345678901"
          2010-09-09          | "2010-09-09"
          1e3                 | "1e3"
          10:30               | "10:30"
          true                | true
          No                  | false
          ~                   | null
          '12'                | "12"
          !!str 12            | "12"
          !Ref A              | {"Ref":"A"}
          !Condition A        | {"Condition":"A"}
          !GetAtt A.B.C       | {"Fn::GetAtt":["A","B.C"]}
          !GetAtt [A, B]      | {"Fn::GetAtt":["A","B"]}
          !Sub '${A}-${B.C}'  | {"Fn::Sub":"${A}-${B.C}"}
          !Select [0, !GetAZs ''] | {"Fn::Select":[0,{"Fn::GetAZs":""}]}
          !Base64 12          | {"Fn::Base64":"12"}
          !If [A, {B: 1}, !Ref 'AWS::NoValue'] | {"Fn::If":["A",{"B":1},{"Ref":"AWS::NoValue"}]}
          """)
  void readsYamlAsCloudFormationDoes(String yaml, String json) {
    assertThat(TemplateText.parse("K: " + yaml).print()).isEqualTo("{\"K\":" + json + "}");
  }

  @Test
  void keysStayText() {
    assertThat(TemplateText.parse("123: a\non: b\n2012-10-17: c").fields().keySet())
        .containsExactly("123", "on", "2012-10-17");
  }

  @Test
  void readsJson() {
    assertThat(TemplateText.parse(" \n{\"A\": {\"Ref\": \"B\"}}"))
        .isEqualTo(Json.object("A", Json.object("Ref", Json.of("B"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A: 1\\nB: 2\\nA: 3   | duplicate key 'A'. (line 3, column 1)
          A:\\n  B: !Nope c    | unknown tag !Nope. (line 2, column 6)
          A: [1, 2             | (line 1,
          A: &x 1\\nB: *x      | YAML aliases are not allowed in CloudFormation templates
          just text            | Template format error: unsupported structure.
          {"A": 1,}            | JSON not well-formed
          """)
  void saysWhatIsMalformedAndWhere(String text, String message) {
    assertThatThrownBy(() -> TemplateText.parse(text.replace("\\n", "\n")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesATextOverTheQuota() {
    assertThatThrownBy(() -> TemplateText.parse("A: " + "x".repeat(TemplateText.MAX_BYTES)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("may not exceed");
  }
}
