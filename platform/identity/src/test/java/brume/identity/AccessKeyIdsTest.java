package brume.identity;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Ids;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyIdsTest {
  private final Ids ids = new Ids(new Random(1));

  @ParameterizedTest
  @ValueSource(strings = {"000000000000", "000000000001", "123456789012", "999999999999"})
  void aKeyTellsItsAccount(String account) {
    for (int i = 0; i < 100; i++) {
      var id = AccessKeyIds.issue(AccessKeyIds.LONG_TERM, account, ids);
      assertThat(id).matches("AKIA[A-Z2-7]{16}");
      assertThat(AccessKeyIds.accountOf(id)).isEqualTo(account);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "test", "AKIA", "AKIAQAAAAAAAJAXY5ACC1", "akiaqaaaaaaajaxy5acc"})
  void whatIsNotOfTheFormHasNoAccount(String id) {
    assertThat(AccessKeyIds.accountOf(id)).isEmpty();
  }

  @Test
  void aNumberTooLongForAnAccountIsNone() {
    assertThat(AccessKeyIds.accountOf("AKIA7777777777777777")).isEmpty();
  }
}
