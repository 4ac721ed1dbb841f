package brume.wire;

import brume.http.Headers;
import brume.http.QueryString;
import brume.http.Request;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.wire.value.MalformedException;
import brume.wire.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the members that a REST request carries outside its body.
final class RestInput {
  private final Request request;
  private final Map<String, String> labels;
  private final QueryString query;

  private RestInput(Request request, Map<String, String> labels) {
    this.request = request;
    this.labels = labels;
    this.query = QueryString.parse(request.query());
  }

  /// The values of all members in order; null for those of the body and the absent.
  static @Nullable Object[] read(
      StructureShape<?> shape, Request request, Map<String, String> labels) {
    var input = new RestInput(request, labels);
    var values = new @Nullable Object[shape.members().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = input.member(shape.members().get(i));
    }
    return values;
  }

  private @Nullable Object member(Member member) {
    return switch (member.location()) {
      case LABEL -> label(member);
      case QUERY -> query(member);
      case QUERY_ALL -> queryAll(member);
      case HEADER -> header(member);
      case HEADER_PREFIX -> headers(member);
      case BODY, PAYLOAD, STATUS, EVENT_HEADER, EVENT_PAYLOAD -> null;
    };
  }

  private @Nullable Object label(Member member) {
    var text = labels.get(member.wireName());
    return text == null ? null : simple(text, member, TimestampFormat.DATE_TIME);
  }

  private @Nullable Object query(Member member) {
    var values = query.all(member.wireName());
    if (values.isEmpty()) {
      return null;
    }
    return switch (member.target()) {
      case ListShape list ->
          values.stream()
              .map(text -> simple(text, list.element(), TimestampFormat.DATE_TIME))
              .toList();
      default -> simple(values.getFirst(), member, TimestampFormat.DATE_TIME);
    };
  }

  /// All parameters, those that other members take as well.
  ///
  /// Source: Smithy, "httpQueryParams trait".
  private @Nullable Object queryAll(Member member) {
    boolean lists = ((MapShape) member.target()).value().target() instanceof ListShape;
    var all = new LinkedHashMap<String, Object>();
    query.byName().forEach((name, values) -> all.put(name, lists ? values : values.getFirst()));
    return all.isEmpty() ? null : all;
  }

  private @Nullable Object header(Member member) {
    var values = request.headers().all(member.wireName());
    if (values.isEmpty()) {
      return null;
    }
    if (member.target() instanceof ListShape list) {
      var items = new ArrayList<Object>();
      for (var text : split(String.join(",", values), list.element().target())) {
        items.add(simple(text, list.element(), TimestampFormat.HTTP_DATE));
      }
      return items.isEmpty() ? null : List.copyOf(items);
    }
    return simple(values.getFirst(), member, TimestampFormat.HTTP_DATE);
  }

  private static List<String> split(String text, Shape element) {
    boolean dates =
        element instanceof SimpleShape simple
            && simple.kind() == Kind.TIMESTAMP
            && text.contains("GMT");
    if (dates) {
      return List.of(text.split("(?<=GMT)\\s*,\\s*"));
    }
    return HeaderList.split(text);
  }

  private @Nullable Object headers(Member member) {
    var prefix = member.wireName().toLowerCase(Locale.ROOT);
    var found = new LinkedHashMap<String, String>();
    for (Headers.Field field : request.headers().fields()) {
      if (field.name().toLowerCase(Locale.ROOT).startsWith(prefix)) {
        found.put(field.name().substring(prefix.length()).toLowerCase(Locale.ROOT), field.value());
      }
    }
    return found.isEmpty() ? null : java.util.Collections.unmodifiableMap(found);
  }

  private static Object simple(String text, Member member, TimestampFormat otherwise) {
    if (!(member.target() instanceof SimpleShape shape)) {
      throw new MalformedException(member.name() + " is not a simple value");
    }
    var format = member.timestampFormat();
    return Text.parse(text, shape.kind(), format == null ? otherwise : format);
  }
}
