package brume.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Item ITEM =
      Item.of(
          "a",
          Value.of(1),
          "b",
          Value.of("text"),
          "c",
          Value.strings("x", "y"),
          "d",
          new Value.M(Map.of("e", new Value.L(List.of(Value.of(10), Value.of("ten"))))),
          "f",
          Value.TRUE,
          "g",
          new Value.B(Bytes.utf8("bytes")));

  private final Given given =
      Given.value(":one", Value.of(1))
          .and(":two", Value.of(2))
          .and(":te", Value.of("te"))
          .and(":x", Value.of("x"))
          .and(":ten", Value.of(10))
          .and(":n", Value.of("N"))
          .and("#d", "d");

  @Test
  void comparisons() {
    assertTrue("a = :one", "a <> :two", "a < :two", "a <= :one", "a >= :one", ":two > a");
    assertFalse("a = :two", "a <> :one", "a > :one", "a < :te", "b < :two");
  }

  @Test
  void whatIsAbsentOnlyDiffers() {
    assertTrue("nope <> :one", "attribute_not_exists(nope)", "NOT nope = :one");
    assertFalse("nope = :one", "nope < :one", "nope IN (:one)", "nope = nothing");
  }

  @Test
  void bindsNotBeforeAndBeforeOr() {
    assertTrue(
        "a = :two AND a = :one OR a = :one",
        "NOT a = :two AND a = :one",
        "a = :one or a = :two and a = :two",
        "NOT (a = :one AND a = :two)",
        "(a) = :one",
        "not not a = :one");
    assertFalse("NOT (a = :one OR a = :two)", "(a = :two OR a = :one) AND a = :two");
  }

  @Test
  void rangesAndLists() {
    assertTrue("a BETWEEN :one AND :two AND a = :one", "a IN (:two, :one)", ":ten IN (d.e[0])");
    assertFalse("a BETWEEN :two AND :ten", "a IN (:two)", "b BETWEEN :one AND :two");
  }

  @Test
  void functions() {
    assertTrue(
        "attribute_exists(d.e[1])",
        "attribute_type(a, :n)",
        "begins_with(b, :te)",
        "contains(b, :te)",
        "contains(c, :x)",
        "contains(#d.e, :ten)",
        "size(c) = :two",
        "size(#d.e) > :one",
        "size(b) <> size(c)");
    assertFalse(
        "attribute_exists(d.e[2])",
        "attribute_exists(d.e.f)",
        "attribute_type(b, :n)",
        "contains(c, :te)",
        "contains(a, :one)",
        "size(a) = :one",
        "begins_with(c, :x)");
  }

  @Test
  void binaryComparesBytesUnsigned() {
    var bytes =
        Given.value(":b", new Value.B(Bytes.wrap(new byte[] {(byte) 0xFF})))
            .and(":by", new Value.B(Bytes.utf8("by")))
            .and(":te", new Value.B(Bytes.utf8("te")));
    assertThat(bytes.holds("g < :b", ITEM)).isTrue();
    assertThat(bytes.holds("begins_with(g, :by)", ITEM)).isTrue();
    assertThat(bytes.holds("contains(g, :te)", ITEM)).isTrue();
    assertThat(bytes.holds("contains(g, :b)", ITEM)).isFalse();
  }

  @Test
  void setsAreEqualInAnyOrder() {
    var set = Given.value(":c", Value.strings("y", "x")).and(":n", new Value.NS(Set.of("1")));
    assertThat(set.holds("c = :c", ITEM)).isTrue();
    assertThat(set.holds("c = :n", ITEM)).isFalse();
  }

  private void assertTrue(String... conditions) {
    for (var condition : conditions) {
      assertThat(given.holds(condition, ITEM)).as(condition).isTrue();
    }
  }

  private void assertFalse(String... conditions) {
    for (var condition : conditions) {
      assertThat(given.holds(condition, ITEM)).as(condition).isFalse();
    }
  }
}
