package brume.dynamodb.item;

import brume.base.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/// Random values and items, the same for the same seed.
public final class Values {
  private final Random random;

  public Values(Random random) {
    this.random = random;
  }

  public Item item() {
    var attributes = new LinkedHashMap<String, Value>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      attributes.put(text(), value(3));
    }
    return new Item(attributes);
  }

  Value value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 8)) {
      case 0 -> Value.of(text());
      case 1 -> new Value.N(number());
      case 2 -> new Value.B(blob());
      case 3 -> Value.of(random.nextBoolean());
      case 4 -> Value.NULL;
      case 5 -> new Value.SS(set(() -> 'm' + text()));
      case 6 -> new Value.NS(set(this::number));
      case 7 -> new Value.BS(set(() -> Bytes.utf8('m' + text())));
      case 8 -> {
        var items = new ArrayList<Value>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(depth - 1));
        }
        yield new Value.L(items);
      }
      default -> {
        var entries = new LinkedHashMap<String, Value>();
        for (int i = random.nextInt(4); i > 0; i--) {
          entries.put(text(), value(depth - 1));
        }
        yield new Value.M(entries);
      }
    };
  }

  private String text() {
    return random
        .ints(random.nextInt(random.nextInt(40) == 0 ? 300 : 8), 1, 0x3000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String number() {
    long digits = random.nextLong() >> random.nextInt(64);
    return Numbers.canonical(digits + "E" + (random.nextBoolean() ? 0 : random.nextInt(60) - 30));
  }

  private Bytes blob() {
    var bytes = new byte[random.nextInt(10)];
    random.nextBytes(bytes);
    return Bytes.wrap(bytes);
  }

  private <T> Set<T> set(Supplier<T> member) {
    var members = new LinkedHashSet<T>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      members.add(member.get());
    }
    return members;
  }
}
