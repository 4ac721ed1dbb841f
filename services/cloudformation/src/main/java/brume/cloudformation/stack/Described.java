package brume.cloudformation.stack;

import brume.json.Json;
import brume.model.cloudformation.Parameter;
import brume.model.cloudformation.Stack;
import brume.model.cloudformation.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How a revision is described to those who ask: with its secret parameters hidden.
public final class Described {
  /// What is shown of a parameter with `NoEcho`.
  private static final String HIDDEN = "****";

  private Described() {}

  public static Stack as(Stack stack, Revision revision) {
    return stack.toBuilder()
        .description(revision.template().description())
        .parameters(parameters(revision))
        .tags(tags(revision))
        .capabilities(revision.capabilities())
        .build();
  }

  public static List<Parameter> parameters(Revision revision) {
    var described = new ArrayList<Parameter>();
    for (var parameter : revision.template().parameters().values()) {
      var given = revision.parameters().given().get(parameter.name());
      var resolved =
          parameter.type().stored()
              ? text(Objects.requireNonNull(revision.parameters().resolved().get(parameter.name())))
              : null;
      described.add(
          Parameter.builder()
              .parameterKey(parameter.name())
              .parameterValue(parameter.noEcho() ? HIDDEN : given)
              .resolvedValue(parameter.noEcho() && resolved != null ? HIDDEN : resolved)
              .build());
    }
    return described;
  }

  private static String text(Json value) {
    return String.join(",", value.texts());
  }

  public static List<Tag> tags(Revision revision) {
    return revision.tags().entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toList();
  }
}
