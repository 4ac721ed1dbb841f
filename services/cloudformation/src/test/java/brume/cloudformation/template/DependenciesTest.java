package brume.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependenciesTest {
  @Test
  void findsEveryKindOfReference() {
    var dependencies =
        Dependencies.of(
            TemplateTest.template(
                """
                Parameters: {P: {Type: String}}
                Resources:
                  E: {Type: T, DependsOn: [D], Properties: {X: [!Ref A, !Ref P, !Ref AWS::Region]}}
                  D: {Type: T, Properties: {X: !Sub ['${B.Arn}${V}${!A}', {V: !GetAtt C.Arn}]}}
                  C: {Type: T, Properties: {X: !Join ['', [!Sub '${A}']]}}
                  B: {Type: T, Properties: {X: {Fn::GetAtt: A.Arn}}}
                  A: {Type: T}
                """));
    assertThat(dependencies.of().get("E")).containsExactlyInAnyOrder("D", "A");
    assertThat(dependencies.of().get("D")).containsExactlyInAnyOrder("B", "C");
    assertThat(dependencies.of().get("C")).containsExactly("A");
    assertThat(dependencies.of().get("B")).containsExactly("A");
    assertThat(dependencies.order())
        .containsExactly("A", "C", "B", "D", "E")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {A: {Type: T, Properties: {X: !Ref Nope}}}        | Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template
          {A: {Type: T, DependsOn: Nope}}                   | Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template
          {A: {Type: T, Properties: {X: !GetAtt Nope.Arn}}} | Template error: instance of Fn::GetAtt references undefined resource Nope
          {A: {Type: T, Properties: {X: !Sub '${Nope.Arn}'}}} | Template error: instance of Fn::Sub references invalid resource attribute Nope.Arn
          {A: {Type: T, Condition: Nope}}                   | Template format error: Unresolved condition dependency Nope in the Resources block of the template
          {A: {Type: T, Properties: {X: !If [Nope, 1, 2]}}} | Template format error: Unresolved condition dependency Nope in the Resources block of the template
          """)
  void refusesNamesThatDoNotExist(String resources, String message) {
    assertThatThrownBy(() -> Dependencies.of(TemplateTest.template("Resources: " + resources)))
        .isInstanceOf(TemplateException.class)
        .hasMessage(message);
  }

  @Test
  void checksOutputsAndConditions() {
    assertThatThrownBy(
            () ->
                Dependencies.of(
                    TemplateTest.template(
                        "Resources: {A: {Type: T}}\nOutputs: {O: {Value: !Ref Nope}}")))
        .hasMessageEndingWith("[Nope] in the Outputs block of the template");
    assertThatThrownBy(
            () ->
                Dependencies.of(
                    TemplateTest.template(
                        "Resources: {A: {Type: T}}\nConditions: {C: !Equals [!Ref A, 1]}")))
        .hasMessageContaining("Cannot reference resources in the Conditions block");
  }

  @Test
  void namesThoseOfACycleAlone() {
    assertThatThrownBy(
            () ->
                Dependencies.of(
                    TemplateTest.template(
                        """
                        Resources:
                          Before: {Type: T}
                          B: {Type: T, Properties: {X: !Ref A, Y: !Ref Before}}
                          A: {Type: T, Properties: {X: !Ref B}}
                          After: {Type: T, DependsOn: A}
                        """)))
        .hasMessage("Circular dependency between resources: [A, B]");
  }
}
