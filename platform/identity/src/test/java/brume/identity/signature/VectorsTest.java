package brume.identity.signature;

import static brume.identity.signature.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.identity.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The public test suite; where its cases come from is told in `vectors.txt`.
final class VectorsTest {
  private static final Instant THEN = Instant.parse("2015-08-30T12:36:00Z");
  private static final Credential TEMPORARY =
      new Credential(
          KEY.accessKeyId(),
          KEY.secretKey(),
          "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267",
          KEY.principal(),
          null,
          null);

  @TestFactory
  List<DynamicTest> aVectorIsVerified() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var block : blocks()) {
      var lines = block.lines().toList();
      tests.add(DynamicTest.dynamicTest(lines.getFirst(), () -> verifies(lines)));
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests;
  }

  private static void verifies(List<String> lines) throws IOException {
    var verified = Fixture.verifier(KEY, TEMPORARY).verify(request(lines), THEN);
    assertThat(verified.principal()).isEqualTo(KEY.principal());
  }

  private static List<String> blocks() throws IOException {
    try (var in = VectorsTest.class.getResourceAsStream("vectors.txt")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n+"))
          .map(String::strip)
          .filter(block -> !block.startsWith("#"))
          .toList();
    }
  }

  private static Request request(List<String> lines) {
    var line = lines.get(1);
    var target = line.substring(line.indexOf(' ') + 1);
    int question = target.indexOf('?');
    var fields = new ArrayList<Headers.Field>();
    var body = "";
    for (var rest : lines.subList(2, lines.size())) {
      if (rest.startsWith("> ")) {
        body = rest.substring(2);
      } else {
        int colon = rest.indexOf(':');
        fields.add(new Headers.Field(rest.substring(0, colon), rest.substring(colon + 2)));
      }
    }
    return Fixture.request(
            line.substring(0, line.indexOf(' ')),
            question < 0 ? target : target.substring(0, question),
            question < 0 ? "" : target.substring(question + 1),
            "")
        .with(Headers.of(fields))
        .with(Body.utf8(body));
  }
}
