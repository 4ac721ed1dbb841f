package brume.wire.query;

import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.wire.value.MalformedException;
import brume.wire.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads structures from form parameters: `Tags.member.1.Key=…`.
public final class FormReader {
  /// The entries of one list or map of a request.
  private static final int MAX_ENTRIES = 10_000;

  private final Form form;
  private final boolean ec2;

  /// @param ec2 whether names and lists are spelled as ec2Query spells them
  public FormReader(Form form, boolean ec2) {
    this.form = form;
    this.ec2 = ec2;
  }

  public <T extends Structure> T read(StructureShape<T> shape) {
    return structure("", shape);
  }

  private <T extends Structure> T structure(String prefix, StructureShape<T> shape) {
    var members = shape.members();
    var values = new @Nullable Object[members.size()];
    for (int i = 0; i < values.length; i++) {
      var member = members.get(i);
      values[i] = member(prefix + name(member), member);
    }
    return shape.make(values);
  }

  private String name(Member member) {
    if (!ec2) {
      return member.wireName();
    }
    var queryName = member.queryName();
    var wire = member.wireName();
    return queryName != null
        ? queryName
        : Character.toUpperCase(wire.charAt(0)) + wire.substring(1);
  }

  private @Nullable Object member(String name, Member member) {
    return switch (member.target()) {
      case SimpleShape simple -> {
        var text = form.get(name);
        yield text == null ? null : simple(text, simple.kind(), member);
      }
      case StructureShape<?> shape -> form.hasUnder(name) ? structure(name + '.', shape) : null;
      case ListShape list -> list(name, member, list);
      case MapShape map -> map(name, member, map);
    };
  }

  private @Nullable List<Object> list(String name, Member member, ListShape list) {
    if (!form.hasUnder(name)) {
      return null;
    }
    boolean flat = member.flattened() || ec2;
    var element = list.element();
    var stem = name + '.' + (flat ? "" : element.wireName() + '.');
    if (flat && !ec2 && !element.wireName().equals("member")) {
      // a flattened list goes by its element's name where that has one
      stem = name.substring(0, name.lastIndexOf('.') + 1) + element.wireName() + '.';
    }
    var items = new ArrayList<Object>();
    for (int i = 1; i <= MAX_ENTRIES && form.hasUnder(stem + i); i++) {
      var item = member(stem + i, element);
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  private @Nullable Map<String, Object> map(String name, Member member, MapShape map) {
    var stem = name + (member.flattened() ? "." : ".entry.");
    var entries = new LinkedHashMap<String, Object>();
    for (int i = 1; i <= MAX_ENTRIES && form.hasUnder(stem + i); i++) {
      var key = form.get(stem + i + '.' + map.key().wireName());
      var value = member(stem + i + '.' + map.value().wireName(), map.value());
      if (key == null || value == null) {
        throw new MalformedException("An entry of " + name + " needs a key and a value");
      }
      entries.put(key, value);
    }
    return entries.isEmpty() && !form.hasUnder(name)
        ? null
        : java.util.Collections.unmodifiableMap(entries);
  }

  private static Object simple(String text, Kind kind, Member member) {
    var format = member.timestampFormat();
    return Text.parse(text, kind, format == null ? TimestampFormat.DATE_TIME : format);
  }
}
