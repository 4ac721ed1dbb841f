package brume.wire.conformance;

import brume.base.Body;
import brume.base.Bytes;
import brume.json.Json;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.wire.value.Text;
import brume.wire.value.Timestamps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes values of a shape of the parameters in a test: blobs are text, timestamps seconds.
final class Params {
  private Params() {}

  static Value of(Json params, StructureShape<Value> shape) {
    return structure((Json.Obj) params, shape);
  }

  private static Value structure(Json.Obj params, StructureShape<?> shape) {
    var values = new @Nullable Object[shape.members().size()];
    for (int i = 0; i < values.length; i++) {
      var member = shape.members().get(i);
      var param = params.get(member.name());
      values[i] =
          param == null || isNull(param, member) ? member.defaultValue() : of(param, member);
    }
    return (Value) shape.make(values);
  }

  private static boolean isNull(Json param, Member member) {
    return param instanceof Json.Null
        && !(member.target() instanceof SimpleShape simple && simple.kind() == Kind.DOCUMENT);
  }

  static Object of(Json param, Member member) {
    return switch (member.target()) {
      case StructureShape<?> shape -> structure((Json.Obj) param, shape);
      case ListShape list -> {
        var items = new ArrayList<@Nullable Object>();
        for (var item : ((Json.Arr) param).items()) {
          items.add(isNull(item, list.element()) ? null : of(item, list.element()));
        }
        yield items;
      }
      case MapShape map -> {
        var entries = new LinkedHashMap<String, @Nullable Object>();
        ((Json.Obj) param)
            .fields()
            .forEach((k, v) -> entries.put(k, isNull(v, map.value()) ? null : of(v, map.value())));
        yield entries;
      }
      case SimpleShape simple -> simple(param, simple.kind());
    };
  }

  private static Object simple(Json param, Kind kind) {
    return switch (kind) {
      case DOCUMENT -> param;
      case BLOB -> Bytes.utf8(text(param));
      case STREAM -> Body.utf8(text(param));
      case TIMESTAMP ->
          param instanceof Json.Num number
              ? Timestamps.ofSeconds(number.value())
              : Timestamps.parse(text(param), TimestampFormat.DATE_TIME);
      case EVENTS -> param;
      default -> Text.parse(text(param), kind, TimestampFormat.EPOCH_SECONDS);
    };
  }

  private static String text(Json param) {
    return Objects.requireNonNull(param.text());
  }
}
