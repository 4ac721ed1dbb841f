package brume.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Stage: {Type: String, Default: dev}
        Names: {Type: CommaDelimitedList, Default: 'a,b'}
      Mappings: {M: {dev: {size: 1, zones: [x, y]}}}
      Conditions:
        IsDev: !Equals [!Ref Stage, dev]
        IsProd: !Not [!Condition IsDev]
        Both: !And [!Condition IsDev, !Condition IsProd]
        Either: !Or [!Condition IsProd, !Condition IsDev]
        Loop: !Not [!Condition Loop]
      Resources:
        Table: {Type: T}
        Absent: {Type: T, Condition: IsProd}
      """;

  private static final Lookups WORLD =
      new Lookups() {
        @Override
        public @Nullable Json ref(String logicalId) {
          return logicalId.equals("Table") ? Json.of("table-1") : null;
        }

        @Override
        public @Nullable Json attribute(String logicalId, String attribute) {
          return attribute.equals("Arn") || attribute.equals("Endpoint.Port")
              ? Json.of("value of " + attribute)
              : null;
        }

        @Override
        public @Nullable Json export(String name) {
          return name.equals("shared-dev") ? Json.of("exported") : null;
        }

        @Override
        public String stored(String name) {
          return "stored " + name;
        }

        @Override
        public List<String> zones(String region) {
          return List.of(region + "a", region + "b");
        }
      };

  private static final PseudoParameters PSEUDO =
      new PseudoParameters(
          "000000000000", "eu-west-1", "aws", "localhost:4567", "app", "arn:app", List.of());

  private static Evaluator evaluator() {
    var template = TemplateTest.template(TEMPLATE);
    return new Evaluator(
        template, ParameterValues.of(template, Map.of(), name -> name), PSEUDO, WORLD);
  }

  private static @Nullable Json resolve(String yaml) {
    var value = TemplateText.parse("V: " + yaml).get("V");
    return evaluator().resolve(java.util.Objects.requireNonNull(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          !Ref Stage                               | "dev"
          !Ref Names                               | ["a","b"]
          !Ref Table                               | "table-1"
          !Ref AWS::Region                         | "eu-west-1"
          !Ref AWS::URLSuffix                      | "localhost:4567"
          !GetAtt Table.Arn                        | "value of Arn"
          !GetAtt Table.Endpoint.Port              | "value of Endpoint.Port"
          {Fn::GetAtt: [Table, Endpoint, Port]}    | "value of Endpoint.Port"
          {Fn::GetAtt: Table.Arn}                  | "value of Arn"
          !Sub '${AWS::StackName}-${Stage}-${Table}-${Table.Arn}-${!Kept}-$x' | "app-dev-table-1-value of Arn-${Kept}-$x"
          !Sub ['${A}/${Stage}', {A: !Ref Table}]  | "table-1/dev"
          !Join ['-', [a, !Ref Stage, 1]]          | "a-dev-1"
          !Join [',', !Ref Names]                  | "a,b"
          !Split [';', 'a;b;']                     | ["a","b",""]
          !Select [1, !Split ['.', 'a.b']]         | "b"
          !Select ['0', !Ref Names]                | "a"
          !GetAZs ''                               | ["eu-west-1a","eu-west-1b"]
          !GetAZs us-east-1                        | ["us-east-1a","us-east-1b"]
          !FindInMap [M, !Ref Stage, size]         | 1
          !FindInMap [M, dev, zones]               | ["x","y"]
          {Fn::FindInMap: [M, no, no, {DefaultValue: !Ref Stage}]} | "dev"
          !If [IsDev, 1, 2]                        | 1
          !If [Both, 1, !If [Either, 3, 4]]        | 3
          !Base64 hello                            | "aGVsbG8="
          !ImportValue {Fn::Sub: 'shared-${Stage}'} | "exported"
          {Fn::ToJsonString: {a: !Ref Stage}}      | "{\\"a\\":\\"dev\\"}"
          {Fn::Length: !Ref Names}                 | 2
          !Equals [true, 'true']                   | true
          {a: !Ref AWS::NoValue, b: [1, !Ref AWS::NoValue]} | {"b":[1]}
          {Condition: IsDev}                       | {"Condition":"IsDev"}
          {Ref: 1, Other: 2}                       | {"Ref":1,"Other":2}
          """)
  void resolves(String yaml, String json) {
    assertThat(resolve(yaml)).hasToString(json);
  }

  @Test
  void noValueIsNothing() {
    assertThat(resolve("!If [IsProd, 1, !Ref AWS::NoValue]")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          !Cidr [10.0.0.0/16, 2, 8]     | ["10.0.0.0/24","10.0.1.0/24"]
          !Cidr [10.0.7.9/24, 3, 5]     | ["10.0.7.0/27","10.0.7.32/27","10.0.7.64/27"]
          !Cidr [192.168.0.0/24, '1']   | ["192.168.0.0/24"]
          !Cidr ['2001:db8::/56', 2, 64]| ["2001:db8::/64","2001:db8:0:1::/64"]
          """)
  void dividesBlocksOfAddresses(String yaml, String json) {
    assertThat(resolve(yaml)).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          !GetAtt Nope.Arn            | instance of Fn::GetAtt references undefined resource Nope
          !GetAtt Table.Nope          | resource Table does not support attribute type Nope in Fn::GetAtt
          !Ref Absent                 | Unresolved resource dependencies [Absent]
          !Ref AWS::Nope              | Unresolved pseudo parameter AWS::Nope
          !Select [2, [a, b]]         | Fn::Select cannot select nonexistent value at index 2
          !Select [-1, [a, b]]        | every Fn::Select object requires two parameters
          !FindInMap [M, prod, size]  | Unable to get mapping for M::prod::size
          !Join [',', text]           | every Fn::Join object requires two parameters
          !Split ['', text]           | every Fn::Split object requires two parameters
          !Sub [a, b, c]              | One or more Fn::Sub intrinsic functions don't specify expected arguments
          !Sub '${a b}'               | variable names in Fn::Sub syntax must contain only alphanumeric
          !Sub '${Names}'             | Fn::Sub variable Names does not resolve to a string
          !ImportValue nope           | No export named nope found.
          !If [Nope, 1, 2]            | Unresolved condition dependency Nope
          !If [Loop, 1, 2]            | circular condition dependency Loop
          !Cidr [10.0.0.0/24, 9, 8]   | cannot take 9 blocks of 8 host bits from /24
          !Cidr [nonsense, 1, 8]      | not nonsense
          !Cidr [10.0.0.0/8, 257, 8]  | a number from 1 to 256, not 257
          {Fn::Nope: 1}               | unsupported function: Fn::Nope
          """)
  void refusesWithTheTextOfAws(String yaml, String message) {
    assertThatThrownBy(() -> resolve(yaml))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }
}
