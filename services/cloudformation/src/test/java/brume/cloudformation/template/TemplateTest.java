package brume.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  static Template template(String yaml) {
    return Template.of(TemplateText.parse(yaml));
  }

  @Test
  void keepsTheOrderOfItsParts() {
    var template =
        template(
            """
            AWSTemplateFormatVersion: 2010-09-09
            Description: d
            Transform: AWS::Serverless-2016-10-31
            Parameters: {P: {Type: Number, Default: 5}}
            Resources:
              Z: {Type: T::Z, DependsOn: A, DeletionPolicy: Retain}
              A: {Type: T::A, Properties: {X: 1}, Condition: C, UpdateReplacePolicy: Snapshot}
            Conditions: {C: !Equals [1, 1]}
            Outputs: {O: {Value: v, Export: {Name: e}}}
            """);
    assertThat(template.resources().keySet()).containsExactly("Z", "A");
    assertThat(template.resources().get("Z").dependsOn()).containsExactly("A");
    assertThat(template.resources().get("Z").deletionPolicy()).isEqualTo(ResourceSpec.Fate.RETAIN);
    assertThat(template.resources().get("A").condition()).isEqualTo("C");
    assertThat(template.parameters().get("P").defaultValue()).isEqualTo("5");
    assertThat(template.outputs().get("O").exportName()).hasToString("\"e\"");
    assertThat(template.transforms()).hasToString("[\"AWS::Serverless-2016-10-31\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {Resources: {}}                             | At least one Resources member must be defined.
          {Resources: {A: {Type: T}}, Foo: 1, Bar: 2} | Invalid template property or properties [Foo, Bar]
          {Resources: {A: {}}}                        | [/Resources/A] Every Resources object must contain a Type member.
          {Resources: {A-b: {Type: T}}}               | Resource name A-b is non alphanumeric.
          {Resources: {A: {Type: T, Nope: 1}}}        | Invalid template resource property 'Nope'
          {Resources: {A: {Type: T, DeletionPolicy: Keep}}} | Unrecognized DeletionPolicy
          {Resources: {A: {Type: T}}, Outputs: {O: {}}} | Every Outputs member must contain a Value object
          {Resources: {A: {Type: T}}, Parameters: {P: {}}} | Every Parameters object must contain a Type member.
          {Resources: {A: {Type: T}}, Parameters: {P: {Type: Text}}} | Unrecognized parameter type: Text (P)
          {Resources: {A: {Type: T}}, AWSTemplateFormatVersion: 2011-01-01} | unsupported value for AWSTemplateFormatVersion.
          {Resources: {A: {Type: T}}, Hooks: {R: {}}} | section Hooks is not supported
          """)
  void refusesWithTheTextOfAws(String yaml, String message) {
    assertThatThrownBy(() -> template("---\n" + yaml))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }
}
