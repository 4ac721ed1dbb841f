package brume.cloudformation.operation;

import brume.cloudformation.data.Exports;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.preview.Foresight;
import brume.cloudformation.preview.Preview;
import brume.cloudformation.request.Drafting;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.type.StoredParameters;
import brume.cloudformation.type.Types;
import brume.service.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Previews of what revisions would change of stacks as they are now.
public record Previews(Stacks stacks, Exports exports, Types types) {
  Preview of(Call call, StackId id, Revision revision) {
    return Drafting.refusing(
        () ->
            stacks.read(
                id,
                view ->
                    Preview.of(
                        types,
                        foresight(call, id, view.resources()),
                        id.pseudoParameters(call.endpoint()),
                        revision,
                        view.wanted(),
                        view.resources())));
  }

  /// Of a stack that does not exist yet.
  Preview ofNew(Call call, StackId id, Revision revision) {
    return Drafting.refusing(
        () ->
            Preview.of(
                types,
                foresight(call, id, List.of()),
                id.pseudoParameters(call.endpoint()),
                revision,
                null,
                List.of()));
  }

  private Foresight foresight(Call call, StackId id, List<LogicalResource> resources) {
    return new Foresight(
        exports, id.scope(), resources, name -> StoredParameters.value(call, name));
  }

  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
