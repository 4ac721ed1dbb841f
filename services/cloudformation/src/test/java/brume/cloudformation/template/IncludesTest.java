package brume.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import org.junit.jupiter.api.Test;

class IncludesTest {
  private static final Includes INCLUDES =
      new Includes(
          Json::text,
          location -> location.endsWith("loop") ? include("s3://b/loop") : "a: 1\nb: !Ref X\n");

  private static String include(String location) {
    return "\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: " + location + "}}";
  }

  private static Json apply(String yaml) {
    return INCLUDES.apply(TemplateText.parseAny("---\n" + yaml));
  }

  @Test
  void replacesAnObjectOfItsOwn() {
    assertThat(apply("K: " + include("s3://b/k")))
        .hasToString("{\"K\":{\"a\":1,\"b\":{\"Ref\":\"X\"}}}");
  }

  @Test
  void joinsItsSiblingsWhichWin() {
    assertThat(
            apply("{a: 2, Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/k}}}"))
        .hasToString("{\"a\":2,\"b\":{\"Ref\":\"X\"}}");
  }

  @Test
  void refusesOtherTransformsPlacesAndLoops() {
    assertThatThrownBy(() -> apply("{Fn::Transform: {Name: Mine}}"))
        .hasMessage("No transform named Mine found.");
    assertThatThrownBy(() -> apply("K:" + include("local.yaml")))
        .hasMessageEndingWith("not a valid S3 uri.");
    assertThatThrownBy(() -> apply("K:" + include("s3://b/loop")))
        .hasMessageContaining("nested deeper");
  }
}
