package brume.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemFormTest {
  @Test
  void whatIsWrittenIsRead() {
    var values = new Values(new Random(1));
    for (int i = 0; i < 5_000; i++) {
      var item = values.item();
      assertThat(ItemReader.read(ItemWriter.write(item))).isEqualTo(item);
    }
  }

  @Test
  void extremeNumbersAreRead() {
    for (var number :
        List.of("0", "-1", "999999999999999999", "-99999999999999999", "1E125", "-1E-130")) {
      var item = Item.of("n", Value.N.of(number));
      assertThat(ItemReader.read(ItemWriter.write(item))).isEqualTo(item);
    }
  }

  @Test
  void aSmallItemTakesLittleMoreThanItsText() {
    var item = Item.of("id", Value.of("0123456789"), "done", Value.TRUE, "count", Value.of(7));
    assertThat(ItemWriter.write(item)).hasSize(2 + 3 + 12 + 5 + 1 + 6 + 2);
  }

  @Test
  void anUnknownVersionIsNotGuessed() {
    assertThatThrownBy(() -> ItemReader.read(new byte[] {9, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 9");
  }

  @Test
  void sizesFollowTheRulesOfDynamoDb() {
    assertThat(ItemSize.of(Item.of("id", Value.of("abc")))).isEqualTo(5);
    assertThat(ItemSize.of(Value.of("aé€😀"))).isEqualTo(1 + 2 + 3 + 4);
    assertThat(ItemSize.of(new Value.B(Bytes.wrap(new byte[9])))).isEqualTo(9);
    assertThat(ItemSize.of(Value.TRUE)).isEqualTo(1);
    assertThat(ItemSize.of(Value.NULL)).isEqualTo(1);
    assertThat(ItemSize.of(Value.strings("ab", "c"))).isEqualTo(3);
    assertThat(ItemSize.of(new Value.L(List.of()))).isEqualTo(3);
    assertThat(ItemSize.of(new Value.L(List.of(Value.of("ab"))))).isEqualTo(3 + 1 + 2);
    assertThat(ItemSize.of(new Value.M(Map.of("k", Value.of("ab"))))).isEqualTo(3 + 1 + 1 + 2);
    assertThat(ItemSize.of(new Value.BS(Set.of(Bytes.utf8("ab"))))).isEqualTo(2);
  }

  @Test
  void digitsAreCountedInPairs() {
    assertThat(ItemSize.of(Value.of(0))).isEqualTo(1);
    assertThat(ItemSize.of(Value.of(1))).isEqualTo(2);
    assertThat(ItemSize.of(Value.of(-1))).isEqualTo(3);
    assertThat(ItemSize.of(Value.of(12))).isEqualTo(2);
    assertThat(ItemSize.of(Value.of(123))).isEqualTo(3);
    assertThat(ItemSize.of(Value.N.of("1E100"))).isEqualTo(2);
  }
}
