package brume.dax.expression;

import brume.dax.cbor.CborReader;
import brume.dax.cbor.MalformedException;
import brume.model.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way to an attribute or into one: `a`, `a.b`, `a[2].c`.
record Path(String attribute, List<Step> steps) {
  private static final int TAG_INDEX = 3324;

  /// Steps into documents; DynamoDB takes 32.
  private static final int MAX_STEPS = 64;

  sealed interface Step {
    record Key(String name) implements Step {}

    record Index(int index) implements Step {}
  }

  /// The elements behind the function's number.
  static Path read(CborReader in, CborReader.Items elements) {
    if (!elements.next()) {
      throw new MalformedException("A path without elements");
    }
    var attribute = in.readText();
    var steps = new ArrayList<Step>();
    while (elements.next()) {
      if (steps.size() == MAX_STEPS) {
        throw new MalformedException("A path is too long");
      }
      steps.add(step(in));
    }
    return new Path(attribute, List.copyOf(steps));
  }

  private static Step step(CborReader in) {
    if (in.type() == CborReader.Type.TEXT) {
      return new Step.Key(in.readText());
    }
    if (in.readTag() != TAG_INDEX) {
      throw new MalformedException("Not a step of a path");
    }
    return new Step.Index(in.readInt());
  }

  String text(Placeholders placeholders) {
    var text = new StringBuilder(placeholders.name(attribute));
    for (var step : steps) {
      switch (step) {
        case Step.Key(var name) -> text.append('.').append(placeholders.name(name));
        case Step.Index(var index) -> text.append('[').append(index).append(']');
      }
    }
    return text.toString();
  }

  /// What it leads to; null when there is nothing.
  @Nullable AttributeValue in(Map<String, AttributeValue> item) {
    var value = item.get(attribute);
    for (var step : steps) {
      if (value == null) {
        return null;
      }
      value =
          switch (step) {
            case Step.Key(var name) -> value.m() == null ? null : value.m().get(name);
            case Step.Index(var index) -> element(value.l(), index);
          };
    }
    return value;
  }

  private static @Nullable AttributeValue element(@Nullable List<AttributeValue> list, int index) {
    return list != null && index >= 0 && index < list.size() ? list.get(index) : null;
  }

  /// Whether one leads into what the other leads to.
  boolean overlaps(Path other) {
    int common = Math.min(steps.size(), other.steps.size());
    return attribute.equals(other.attribute)
        && steps.subList(0, common).equals(other.steps.subList(0, common));
  }

  /// As DynamoDB's errors show it.
  @Override
  public String toString() {
    var text = new StringBuilder("[").append(attribute);
    for (var step : steps) {
      switch (step) {
        case Step.Key(var name) -> text.append(", ").append(name);
        case Step.Index(var index) -> text.append(", [").append(index).append(']');
      }
    }
    return text.append(']').toString();
  }
}
