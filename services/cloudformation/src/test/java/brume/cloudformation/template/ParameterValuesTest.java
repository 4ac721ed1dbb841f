package brume.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {
  private static ParameterValues values(String declaration, Map<String, String> given) {
    var template =
        TemplateTest.template("Resources: {A: {Type: T}}\nParameters: {P: " + declaration + "}\n");
    return ParameterValues.of(template, given, name -> "stored:" + name);
  }

  @Test
  void takesTheDefaultAndTheType() {
    assertThat(values("{Type: Number, Default: 5}", Map.of()).resolved()).hasToString("{P=\"5\"}");
    assertThat(values("{Type: CommaDelimitedList, Default: 'a, b'}", Map.of()).resolved())
        .hasToString("{P=[\"a\",\"b\"]}");
    assertThat(values("{Type: 'List<Number>'}", Map.of("P", "1,2")).resolved())
        .hasToString("{P=[\"1\",\"2\"]}");
    assertThat(values("{Type: 'AWS::EC2::VPC::Id'}", Map.of("P", "vpc-1")).resolved())
        .hasToString("{P=\"vpc-1\"}");
  }

  @Test
  void readsWhatIsStored() {
    var values = values("{Type: 'AWS::SSM::Parameter::Value<String>'}", Map.of("P", "/a"));
    assertThat(values.given()).containsEntry("P", "/a");
    assertThat(values.resolved()).hasToString("{P=\"stored:/a\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {Type: String, AllowedValues: [a, b]}   | c   | Parameter 'P' must be one of AllowedValues
          {Type: String, AllowedPattern: '[a-z]+'}| a1  | Parameter 'P' must match pattern [a-z]+
          {Type: String, MinLength: 3}            | ab  | Parameter 'P' must contain at least 3 characters
          {Type: String, MaxLength: 1}            | ab  | Parameter 'P' must contain at most 1 characters
          {Type: Number, MinValue: 3}             | 2   | Parameter 'P' must be a number not less than 3
          {Type: Number, MaxValue: 1.5}           | 2   | Parameter 'P' must be a number not greater than 1.5
          {Type: Number}                          | two | Parameter 'P' must be a number
          {Type: 'List<Number>'}                  | 1,x | Parameter 'P' must be a number
          {Type: Number, MaxValue: 1, ConstraintDescription: must be small.} | 2 | Parameter P failed to satisfy constraint: must be small.
          """)
  void refusesWithTheTextOfAws(String declaration, String value, String message) {
    assertThatThrownBy(() -> values(declaration, Map.of("P", value)))
        .isInstanceOf(TemplateException.class)
        .hasMessage(message);
  }

  @Test
  void namesWhatIsMissingAndWhatIsUnknown() {
    assertThatThrownBy(() -> values("{Type: String}", Map.of()))
        .hasMessage("Parameters: [P] must have values");
    assertThatThrownBy(() -> values("{Type: String}", Map.of("P", "", "Z", "", "Y", "")))
        .hasMessage("Parameters: [Y, Z] do not exist in the template");
  }
}
