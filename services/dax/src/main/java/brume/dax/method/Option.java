package brume.dax.method;

import brume.dax.cbor.CborReader;
import brume.dax.cbor.MalformedException;
import brume.service.CommonError;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parameters that a request may leave out, in the order of their numbers.
enum Option {
  PROJECTION,
  NAMES,
  CONSISTENT_READ,
  CONSUMED_CAPACITY,
  CONDITION,
  VALUES,
  COLLECTION_METRICS,
  RETURN_VALUES,
  UPDATE,
  START_KEY,
  FILTER,
  INDEX,
  KEY_CONDITION,
  LIMIT,
  FORWARD,
  SELECT,
  SEGMENT,
  TOTAL_SEGMENTS,
  REQUEST_ITEMS,
  TOKEN;

  private static final Option[] BY_NUMBER = values();

  private Object read(CborReader in) {
    return switch (this) {
      case PROJECTION, CONDITION, UPDATE, START_KEY, FILTER, INDEX -> in.readBytes();
      case CONSISTENT_READ, FORWARD -> in.readBoolean();
      case CONSUMED_CAPACITY,
          COLLECTION_METRICS,
          RETURN_VALUES,
          LIMIT,
          SELECT,
          SEGMENT,
          TOTAL_SEGMENTS ->
          in.readInt();
      case TOKEN -> in.readText();
      case NAMES -> names(in);
      case VALUES, KEY_CONDITION, REQUEST_ITEMS ->
          throw CommonError.NOT_IMPLEMENTED.because("Brume's DAX does not have the option " + this);
    };
  }

  /// Names that the client has put into the expressions already.
  private static Map<String, String> names(CborReader in) {
    var names = new LinkedHashMap<String, String>();
    for (var entries = in.readMap(); entries.next(); ) {
      names.put(in.readText(), in.readText());
    }
    return names;
  }

  /// The options of one request.
  static final class Given {
    private final Map<Option, Object> values = new EnumMap<>(Option.class);

    private Given() {}

    /// A map of options, or null for none.
    static Given read(CborReader in) {
      var given = new Given();
      if (in.readNull()) {
        return given;
      }
      for (var entries = in.readMap(); entries.next(); ) {
        int number = in.readInt();
        if (number < 0 || number >= BY_NUMBER.length) {
          throw CommonError.NOT_IMPLEMENTED.because("DAX has no option " + number);
        }
        if (!in.readNull()) {
          var option = BY_NUMBER[number];
          given.values.put(option, option.read(in));
        }
      }
      return given;
    }

    byte @Nullable [] bytes(Option option) {
      return (byte[]) values.get(option);
    }

    @Nullable String text(Option option) {
      return (String) values.get(option);
    }

    @Nullable Integer number(Option option) {
      return (Integer) values.get(option);
    }

    @Nullable Boolean flag(Option option) {
      return (Boolean) values.get(option);
    }

    boolean isConsistent() {
      return Boolean.TRUE.equals(flag(CONSISTENT_READ));
    }

    /// `NONE`, `TOTAL` or `INDEXES`.
    @Nullable String consumedCapacity() {
      return named(CONSUMED_CAPACITY, List.of("NONE", "TOTAL", "INDEXES"));
    }

    /// `NONE` or `SIZE`.
    @Nullable String collectionMetrics() {
      return named(COLLECTION_METRICS, List.of("NONE", "SIZE"));
    }

    String returnValues() {
      var names = List.of("", "NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");
      return Objects.requireNonNullElse(named(RETURN_VALUES, names), "NONE");
    }

    @Nullable String select() {
      return named(
          SELECT,
          List.of(
              "", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "COUNT", "SPECIFIC_ATTRIBUTES"));
    }

    private @Nullable String named(Option option, List<String> names) {
      var number = number(option);
      if (number == null) {
        return null;
      }
      if (number < 0 || number >= names.size() || names.get(number).isEmpty()) {
        throw new MalformedException("No value of " + option + ": " + number);
      }
      return names.get(number);
    }
  }
}
