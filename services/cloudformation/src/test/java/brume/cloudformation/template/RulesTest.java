package brume.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {
  /// As CDK writes it.
  private static final String BOOTSTRAP =
      """
      Parameters: {Version: {Type: String}, Sizes: {Type: CommaDelimitedList, Default: 'a,b'}}
      Rules:
        CheckBootstrapVersion:
          Assertions:
            - Assert: {'Fn::Not': [{'Fn::Contains': [['1', '2'], {Ref: Version}]}]}
              AssertDescription: too old
        Sizes:
          RuleCondition: !Equals [!Ref Version, '9']
          Assertions:
            - Assert: {'Fn::EachMemberIn': [!Ref Sizes, [a, b, c]]}
            - Assert: {'Fn::EachMemberEquals': [!Ref Sizes, a]}
      """;

  private static void check(String text, String version) {
    var source = TemplateText.parse(text);
    var template = Template.ofParameters(source);
    var values = ParameterValues.of(template, Map.of("Version", version), name -> name);
    var pseudo =
        new PseudoParameters("000000000000", "eu-west-1", "aws", "x", "s", "arn:s", List.of());
    Rules.check(source, new Evaluator(template, values, pseudo, Lookups.NOTHING));
  }

  @Test
  void assertionsHoldOrAreToldOf() {
    assertThatCode(() -> check(BOOTSTRAP, "3")).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(BOOTSTRAP, "2"))
        .hasMessage("Rule CheckBootstrapVersion failed: too old");
    assertThatThrownBy(() -> check(BOOTSTRAP, "9"))
        .hasMessage("Rule Sizes failed: an assertion does not hold");
  }

  @Test
  void whatIsNoRuleIsRefused() {
    assertThatThrownBy(() -> check("Parameters: {Version: {Type: String}}\nRules: {R: {}}", "1"))
        .hasMessageContaining("Rule R must have a list of Assertions");
    assertThatThrownBy(() -> check(BOOTSTRAP.replace("Fn::Contains", "Fn::ValueOf"), "1"))
        .hasMessageContaining("Fn::ValueOf");
  }
}
