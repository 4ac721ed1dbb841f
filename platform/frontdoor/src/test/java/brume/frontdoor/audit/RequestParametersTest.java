package brume.frontdoor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import brume.shape.Kind;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestParametersTest {
  /// A structure of one member.
  private record Only(String name, Object value) implements Structure {
    @Override
    public StructureShape<?> shape() {
      return StructureShape.structure(
          "Only",
          values -> new Only(name, values[0]),
          Member.of(name, SimpleShape.of("Any", Kind.DOCUMENT)));
    }

    @Override
    public Object member(int index) {
      return value;
    }
  }

  private static String shown(String name, Object value) {
    return RequestParameters.of(new Only(name, value)).print();
  }

  @Test
  void everyKindOfValueIsShown() {
    assertThat(shown("UserName", "alice")).isEqualTo("{\"userName\":\"alice\"}");
    assertThat(shown("Enabled", true)).isEqualTo("{\"enabled\":true}");
    assertThat(shown("Names", List.of("a", "b"))).isEqualTo("{\"names\":[\"a\",\"b\"]}");
    assertThat(shown("Tags", Map.of("a", "b"))).isEqualTo("{\"tags\":{\"a\":\"b\"}}");
    assertThat(shown("Inner", new Only("Deep", "x"))).isEqualTo("{\"inner\":{\"deep\":\"x\"}}");
    assertThat(shown("Missing", null)).isEqualTo("{}");
    assertThat(RequestParameters.of(null)).isEqualTo(Json.ofNull());
  }

  @Test
  void secretsAndContentAreHidden() {
    var names =
        List.of(
            "Password",
            "SecretAccessKey",
            "ClientSecret",
            "WebIdentityToken",
            "SessionToken",
            "Session",
            "SSECustomerKey",
            "CopySourceSSECustomerKey",
            "Item",
            "MessageBody",
            "Variables");
    for (var name : names) {
      assertThat(shown(name, "s3cret")).contains("HIDDEN_DUE_TO_SECURITY_REASONS");
      assertThat(shown("Inner", new Only(name, "s3cret"))).doesNotContain("s3cret");
      assertThat(shown("Inner", Map.of(name, "s3cret"))).doesNotContain("s3cret");
    }
    assertThat(shown("NextToken", "page 2")).contains("page 2");
  }

  @Test
  void nothingIsTooLarge() {
    assertThat(shown("Description", "x".repeat(5000))).hasSizeLessThan(1100);
    var many = Collections.nCopies(10_000, "x".repeat(500));
    assertThat(shown("Names", many)).hasSizeLessThan(2 * RequestParameters.MAX_CHARS);
    Object deep = "x";
    for (int i = 0; i < 1000; i++) {
      deep = List.of(deep);
    }
    assertThat(shown("Deep", deep)).hasSizeLessThan(100);
  }
}
