package brume.wire;

import brume.http.Headers;
import brume.shape.ListShape;
import brume.shape.Location;
import brume.shape.Member;
import brume.shape.Structure;
import brume.shape.TimestampFormat;
import brume.wire.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes the members that a REST response carries outside its body.
final class RestOutput {
  private static final String CONTENT_RANGE = "Content-Range";

  /// Models do not say it: what has a range is a part. Source: RFC 9110, section 15.3.7.
  private static final int PARTIAL_CONTENT = 206;

  private RestOutput() {}

  static int status(Structure output, int otherwise) {
    var members = output.shape().members();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).location() == Location.STATUS
          && output.member(i) instanceof Integer status) {
        return status;
      }
      if (members.get(i).wireName().equalsIgnoreCase(CONTENT_RANGE) && output.member(i) != null) {
        return PARTIAL_CONTENT;
      }
    }
    return otherwise;
  }

  static Headers headers(Structure output) {
    var fields = new ArrayList<Headers.Field>();
    var prefixed = new LinkedHashMap<String, String>();
    var members = output.shape().members();
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var value = output.member(i);
      if (value == null) {
        continue;
      }
      if (member.location() == Location.HEADER) {
        var text = text(value, member);
        if (!text.isEmpty()) {
          fields.add(new Headers.Field(member.wireName(), text));
        }
      } else if (member.location() == Location.HEADER_PREFIX) {
        ((Map<?, ?>) value)
            .forEach((name, text) -> prefixed.put(member.wireName() + name, String.valueOf(text)));
      }
    }
    var headers = Headers.of(fields);
    for (var field : prefixed.entrySet()) {
      if (!headers.has(field.getKey())) {
        headers = headers.with(field.getKey(), field.getValue());
      }
    }
    return headers;
  }

  private static String text(Object value, Member member) {
    if (member.target() instanceof ListShape list && value instanceof List<?> items) {
      var texts =
          items.stream()
              .filter(Objects::nonNull)
              .map(item -> element(item, list.element()))
              .toList();
      return String.join(", ", texts);
    }
    return print(value, member);
  }

  private static String element(Object item, Member element) {
    var text = print(item, element);
    return item instanceof String ? HeaderList.quote(text) : text;
  }

  private static String print(Object value, Member member) {
    var format = member.timestampFormat();
    return Text.print(value, format == null ? TimestampFormat.HTTP_DATE : format);
  }
}
