package brume.lambda.java;

import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the JDK's own maps, lists, text, numbers and truth values as JSON.
final class PlainWriter {
  /// Deeper values are rare, and one that holds itself has no end.
  private static final int DEPTH = 100;

  private static final Set<Class<?>> NUMBERS =
      Set.of(
          Integer.class, Long.class, Double.class, Float.class, BigInteger.class, BigDecimal.class);

  private PlainWriter() {}

  static boolean canWrite(@Nullable Object value) {
    return canWrite(value, DEPTH);
  }

  private static boolean canWrite(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      return isOfJdk(map) && depth > 0 && hasPlainEntries(map, depth - 1);
    }
    if (value instanceof List<?> list) {
      return isOfJdk(list) && depth > 0 && hasPlainElements(list, depth - 1);
    }
    return value instanceof String
        || value instanceof Boolean
        || (value != null && NUMBERS.contains(value.getClass()));
  }

  /// Others can say by annotations how they want to be written.
  private static boolean isOfJdk(Object collection) {
    return collection.getClass().getName().startsWith("java.util.");
  }

  private static boolean hasPlainEntries(Map<?, ?> map, int depth) {
    for (var entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String) || !canWrite(entry.getValue(), depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasPlainElements(List<?> list, int depth) {
    for (var element : list) {
      if (!canWrite(element, depth)) {
        return false;
      }
    }
    return true;
  }

  static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (var entry : map.entrySet()) {
        out.writeFieldName((String) entry.getKey());
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (var element : list) {
        write(element, out);
      }
      out.writeEndArray();
    } else {
      out.writeObject(value);
    }
  }
}
