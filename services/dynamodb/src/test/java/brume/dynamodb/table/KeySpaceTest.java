package brume.dynamodb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Bytes;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.dynamodb.item.ValueType;
import brume.store.Key;
import brume.store.KeyRange;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeySpaceTest {
  private static final KeySpace SPACE = new KeySpace(Key.of("items"));
  private static final Value PARTITION = Value.of("p");
  private static final KeySchema SCHEMA =
      new KeySchema(new KeyAttribute("pk", ValueType.S), new KeyAttribute("sk", ValueType.N));

  @Test
  void aQueryFindsWhatItsConditionSays() {
    var two = Value.of(2);
    assertThat(found(null)).containsExactly(-1, 0, 1, 2, 3);
    assertThat(found(new SortCondition.Equal(two))).containsExactly(2);
    assertThat(found(new SortCondition.Below(two, false))).containsExactly(-1, 0, 1);
    assertThat(found(new SortCondition.Below(two, true))).containsExactly(-1, 0, 1, 2);
    assertThat(found(new SortCondition.Above(two, false))).containsExactly(3);
    assertThat(found(new SortCondition.Above(two, true))).containsExactly(2, 3);
    assertThat(found(new SortCondition.Between(Value.of(0), two))).containsExactly(0, 1, 2);
  }

  @Test
  void aPrefixIsFoundByBytes() {
    var range = SPACE.query(PARTITION, new SortCondition.BeginsWith(Value.of("ab")));
    assertThat(contains(range, key("p", Value.of("ab")))).isTrue();
    assertThat(contains(range, key("p", Value.of("ab\0c")))).isTrue();
    assertThat(contains(range, key("p", Value.of("abz")))).isTrue();
    assertThat(contains(range, key("p", Value.of("ac")))).isFalse();
    assertThat(contains(range, key("p", Value.of("a")))).isFalse();
  }

  @Test
  void aPartitionHoldsNoOthers() {
    var range = SPACE.query(Value.of("p"), null);
    assertThat(contains(range, key("p", Value.of(1)))).isTrue();
    assertThat(contains(range, key("p\0", Value.of(1)))).isFalse();
    assertThat(contains(range, key("pp", Value.of(1)))).isFalse();
    assertThat(contains(range, new KeySpace(Key.of("others")).key(new PrimaryKey(PARTITION, null))))
        .isFalse();
  }

  @Test
  void segmentsShareTheItemsAmongThem() {
    var counts = new int[7];
    for (int i = 0; i < 7000; i++) {
      var key = key("user-" + i, Value.of(1));
      var holders =
          java.util.stream.IntStream.range(0, 7)
              .filter(segment -> contains(SPACE.segment(segment, 7), key))
              .toArray();
      assertThat(holders).hasSize(1);
      counts[holders[0]]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(850, 1150);
    }
  }

  @Test
  void hashesNeverChange() {
    assertThat(PartitionHash.of(Bytes.utf8("user-1").shared())).isEqualTo(1_101_200_549);
  }

  @Test
  void keysAreCheckedAgainstTheSchema() {
    var key = Item.of("pk", Value.of("p"), "sk", Value.of(1));
    assertThat(SCHEMA.ofKey(key)).isEqualTo(new PrimaryKey(Value.of("p"), Value.of(1)));
    assertThat(SCHEMA.keyOf(key.with(Item.of("x", Value.TRUE)))).isEqualTo(key);
    var mismatch = "The provided key element does not match the schema";
    assertThatThrownBy(() -> SCHEMA.ofKey(Item.of("pk", Value.of("p")))).hasMessage(mismatch);
    assertThatThrownBy(() -> SCHEMA.ofKey(key.with(Item.of("x", Value.TRUE)))).hasMessage(mismatch);
    assertThatThrownBy(() -> SCHEMA.ofKey(Item.of("pk", Value.of(1), "sk", Value.of(1))))
        .hasMessage(mismatch);
  }

  @Test
  void itemsMustHaveTheirKeys() {
    assertThatThrownBy(() -> SCHEMA.ofItem(Item.of("pk", Value.of("p"))))
        .hasMessage("One or more parameter values were invalid: Missing the key sk in the item");
    assertThatThrownBy(() -> SCHEMA.ofItem(Item.of("pk", Value.of("p"), "sk", Value.of("1"))))
        .hasMessage(
            "One or more parameter values were invalid: Type mismatch for key sk expected: N"
                + " actual: S");
    assertThatThrownBy(() -> SCHEMA.ofItem(Item.of("pk", Value.of(""), "sk", Value.of(1))))
        .hasMessage(
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: pk");
    assertThatThrownBy(
            () -> SCHEMA.ofItem(Item.of("pk", Value.of("x".repeat(2049)), "sk", Value.of(1))))
        .hasMessageContaining("Size of hashkey has exceeded the maximum size limit of2048 bytes");
  }

  private static List<Integer> found(SortCondition condition) {
    var range = SPACE.query(PARTITION, condition);
    return List.of(-1, 0, 1, 2, 3).stream()
        .filter(number -> contains(range, key("p", Value.of(number))))
        .toList();
  }

  private static Key key(String partition, Value sort) {
    return SPACE.key(new PrimaryKey(Value.of(partition), sort));
  }

  private static boolean contains(KeyRange range, Key key) {
    return Arrays.compareUnsigned(range.from(), key.bytes()) <= 0
        && Arrays.compareUnsigned(key.bytes(), range.to()) < 0;
  }
}
