package brume.lambda.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.base.Scope;
import brume.shape.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionNameTest {
  private static final Scope SCOPE = new Scope("000000000000", "us-east-1");

  @ParameterizedTest
  @CsvSource({
    "hello, arn:aws:lambda:us-east-1:000000000000:function:hello",
    "hello:live, arn:aws:lambda:us-east-1:000000000000:function:hello:live",
    "hello:$LATEST, arn:aws:lambda:us-east-1:000000000000:function:hello:$LATEST",
    "function:hello, arn:aws:lambda:us-east-1:000000000000:function:hello",
    "111122223333:function:hello:7, arn:aws:lambda:us-east-1:111122223333:function:hello:7",
    "arn:aws:lambda:us-east-1:111122223333:function:hello,"
        + " arn:aws:lambda:us-east-1:111122223333:function:hello",
    "arn:aws:lambda:us-east-1:000000000000:function:hello:live,"
        + " arn:aws:lambda:us-east-1:000000000000:function:hello:live"
  })
  void everyFormNamesOneFunction(String reference, String arn) {
    var function = FunctionName.of(SCOPE, reference);

    assertThat(function.arn()).hasToString(arn);
    assertThat(FunctionName.of(SCOPE, arn)).isEqualTo(function);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no spaces",
        "a:b:c",
        "arn:aws:sqs:us-east-1:000000000000:queue",
        "x2345678901234567890123456789012345678901234567890123456789012345"
      })
  void otherThingsAreRefused(String reference) {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> FunctionName.of(SCOPE, reference))
        .withMessage("Not the name of a function: " + reference);
  }

  @Test
  void qualifiersMustAgree() {
    assertThat(FunctionName.of(SCOPE, "f:1", "1").qualifier()).isEqualTo("1");
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> FunctionName.of(SCOPE, "f:1", "2"))
        .withMessageContaining("does not match the specified qualifier");
  }

  @Test
  void otherRegionsAreOutOfReach() {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(
            () -> FunctionName.of(SCOPE, "arn:aws:lambda:eu-west-1:000000000000:function:f"))
        .withMessage("Functions from 'eu-west-1' are not reachable in this region ('us-east-1')");
  }

  @Test
  void qualifiersAreOfThreeKinds() {
    assertThat(FunctionName.of(SCOPE, "f").isLatest()).isTrue();
    assertThat(FunctionName.of(SCOPE, "f:$LATEST").isLatest()).isTrue();
    assertThat(FunctionName.of(SCOPE, "f:12").isVersion()).isTrue();
    assertThat(FunctionName.of(SCOPE, "f:live").isVersion()).isFalse();
    assertThat(FunctionName.of(SCOPE, "f:live").isLatest()).isFalse();
  }

  @Test
  void layersAreNamedLikewise() {
    var version = LayerName.of(SCOPE, "arn:aws:lambda:us-east-1:111122223333:layer:shared:3");

    assertThat(version)
        .isEqualTo(new LayerName(new Scope("111122223333", "us-east-1"), "shared", 3));
    assertThat(LayerName.of(SCOPE, "shared").arn())
        .hasToString("arn:aws:lambda:us-east-1:000000000000:layer:shared");
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> LayerName.of(SCOPE, "no spaces"));
  }
}
