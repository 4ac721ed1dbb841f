package brume.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import brume.identity.policy.language.MalformedPolicyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MalformedPolicyTest {

  @TestFactory
  List<DynamicTest> aDocumentIsRefusedInTheWordsOfAws() throws IOException {
    try (var in = MalformedPolicyTest.class.getResourceAsStream("cases/malformed.txt")) {
      var tests = new ArrayList<DynamicTest>();
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          tests.add(DynamicTest.dynamicTest(line, () -> refuses(line.split("\t", 3))));
        }
      }
      return tests;
    }
  }

  private static void refuses(String[] fields) {
    assertThatExceptionOfType(MalformedPolicyException.class)
        .isThrownBy(() -> Policy.parse(fields[2], Policy.Kind.valueOf(fields[0])))
        .satisfies(refused -> assertThat(refused.text()).isEqualTo(fields[1]));
  }

  @Test
  void aDocumentThatIsTooLongIsNotEvenRead() {
    assertThatExceptionOfType(MalformedPolicyException.class)
        .isThrownBy(() -> Policy.parse(" ".repeat(131_073), Policy.Kind.IDENTITY))
        .withMessageContaining("131072");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'AWS':'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1'}",
        "{'AWS':'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/R'}",
        "{'AWS':'AROAWORKEREXAMPLE123:session'}",
        "{'AWS':'AIDAALICEEXAMPLE1234'}",
        "{'AWS':['111122223333','*'],'Service':'lambda.amazonaws.com'}",
        "{'Federated':'arn:aws:iam::111122223333:saml-provider/Provider'}",
        "{'Federated':'accounts.google.com'}"
      })
  void principalsOfAllForms(String principal) {
    var document =
        "{'Statement':{'Sid':'a b','Effect':'Allow','Principal':"
            + principal
            + ",'Action':'*','Resource':'*'}}";
    assertThatNoException()
        .isThrownBy(() -> Policy.parse(document.replace('\'', '"'), Policy.Kind.RESOURCE));
  }

  @Test
  void whiteSpaceDoesNotCountTowardsQuotas() {
    assertThat(PolicyQuota.charsOf("{ \"Statement\" :\n\t[ ] }")).isEqualTo(16);
  }
}
