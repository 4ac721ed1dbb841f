package brume.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every case rests on a page of AWS's documentation, which it names.
final class CasesTest {
  private static final List<String> FILES =
      List.of(
          "elements.txt",
          "principals.txt",
          "order.txt",
          "strings.txt",
          "types.txt",
          "variables.txt");

  @TestFactory
  List<DynamicTest> aCaseIsDecidedAsDocumented() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var file : FILES) {
      for (var one : CaseFile.read(file)) {
        tests.add(DynamicTest.dynamicTest(one.name(), () -> decides(one)));
      }
    }
    return tests;
  }

  private static void decides(CaseFile.Case one) {
    assertThat(CaseFile.outcome(one.policies().decide(one.request())))
        .as(one.name())
        .isEqualTo(one.expected());
  }
}
