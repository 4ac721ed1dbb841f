package brume.cloudformation.request;

import brume.model.cloudformation.CreateChangeSetInput;
import brume.model.cloudformation.CreateStackInput;
import brume.model.cloudformation.Parameter;
import brume.model.cloudformation.Tag;
import brume.model.cloudformation.UpdateStackInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the requests that change a stack have in common.
///
/// @param usePrevious whether the template is the one that the stack has
/// @param tags null when those of the stack stay
/// @param reviewed whether somebody sees the changes before they are made
public record Wish(
    @Nullable String templateBody,
    @Nullable String templateUrl,
    boolean usePrevious,
    List<Parameter> parameters,
    @Nullable List<Tag> tags,
    List<String> capabilities,
    List<String> resourceTypes,
    boolean reviewed) {

  public static Wish of(CreateStackInput input) {
    return new Wish(
        input.templateBody(),
        input.templateUrl(),
        false,
        list(input.parameters()),
        input.tags(),
        list(input.capabilities()),
        list(input.resourceTypes()),
        false);
  }

  public static Wish of(UpdateStackInput input) {
    return new Wish(
        input.templateBody(),
        input.templateUrl(),
        Boolean.TRUE.equals(input.usePreviousTemplate()),
        list(input.parameters()),
        input.tags(),
        list(input.capabilities()),
        list(input.resourceTypes()),
        false);
  }

  public static Wish of(CreateChangeSetInput input) {
    return new Wish(
        input.templateBody(),
        input.templateUrl(),
        Boolean.TRUE.equals(input.usePreviousTemplate()),
        list(input.parameters()),
        input.tags(),
        list(input.capabilities()),
        list(input.resourceTypes()),
        true);
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
