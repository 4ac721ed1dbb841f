package brume.cloudformation.preview;

import brume.cloudformation.stack.Revision;
import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values of properties as previews show them: without those of parameters that have `NoEcho`.
record Shown(List<String> secrets) {
  private static final String HIDDEN = "****";

  static Shown of(Revision revision, @Nullable Revision before) {
    var secrets = new ArrayList<String>(secretsOf(revision));
    if (before != null) {
      secrets.addAll(secretsOf(before));
    }
    return new Shown(List.copyOf(secrets));
  }

  private static List<String> secretsOf(Revision revision) {
    return revision.template().parameters().values().stream()
        .filter(parameter -> parameter.noEcho())
        .flatMap(
            parameter ->
                Objects.requireNonNull(revision.parameters().resolved().get(parameter.name()))
                    .texts()
                    .stream())
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  /// What a change set tells of a resource before or after.
  String context(Json.Obj properties) {
    return Json.object("Properties", hiding(properties)).print();
  }

  @Nullable String value(@Nullable Json value) {
    if (value == null) {
      return null;
    }
    var shown = hiding(value);
    var text = shown.text();
    return text == null ? shown.print() : text;
  }

  private Json hiding(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        var fields = new LinkedHashMap<String, Json>();
        object.fields().forEach((name, field) -> fields.put(name, hiding(field)));
        yield new Json.Obj(fields);
      }
      case Json.Arr array -> new Json.Arr(array.items().stream().map(this::hiding).toList());
      case Json.Str(String text) -> Json.of(hiding(text));
      default -> value;
    };
  }

  private String hiding(String text) {
    var shown = text;
    for (var secret : secrets) {
      shown = shown.replace(secret, HIDDEN);
    }
    return shown;
  }
}
