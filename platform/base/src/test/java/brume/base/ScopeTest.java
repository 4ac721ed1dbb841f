package brume.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "us-east-1",
        "eu-central-2",
        "ap-southeast-12",
        "us-gov-west-1",
        "us-isob-east-1",
        "cn-north-1"
      })
  void regionsAreSpelledAsAtAws(String name) {
    assertThat(Scope.isRegion(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "us",
        "us-1",
        "us-east",
        "us-east-",
        "us-east-1-",
        "us-east-123",
        "eusc-de-east-1",
        "a-b-1",
        "us--1",
        "us-east-1a",
        "US-EAST-1",
        "-us-east-1",
        "us-east_1",
        "us-thirteenchars-1",
        "us-a-b-c-d-1",
        "us-aa-bb-cc-dd-1",
        "usaa-east-1",
        "üs-east-1"
      })
  void anythingElseIsNoRegion(String name) {
    assertThat(Scope.isRegion(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345678901", "1234567890123", "12345678901x", "१२३४५६७८९०१२"})
  void anAccountIsTwelveDigits(String account) {
    assertThat(Scope.isAccount(account)).isFalse();
    assertThatThrownBy(() -> new Scope(account, "us-east-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aScopeKeepsItsAccountInAnotherRegion() {
    assertThat(new Scope("000000000001", "us-east-1").in("eu-west-1"))
        .isEqualTo(new Scope("000000000001", "eu-west-1"));
  }
}
