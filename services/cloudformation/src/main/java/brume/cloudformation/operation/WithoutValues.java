package brume.cloudformation.operation;

import brume.model.cloudformation.Change;
import brume.model.cloudformation.ResourceChange;
import brume.model.cloudformation.ResourceChangeDetail;

/// Changes as they are shown to those who did not ask for the values of properties.
final class WithoutValues {
  private WithoutValues() {}

  static Change of(Change change) {
    var resource = change.resourceChange();
    return resource == null ? change : change.toBuilder().resourceChange(without(resource)).build();
  }

  private static ResourceChange without(ResourceChange change) {
    var details = Previews.orNone(change.details()).stream().map(WithoutValues::without).toList();
    return change.toBuilder().beforeContext(null).afterContext(null).details(details).build();
  }

  private static ResourceChangeDetail without(ResourceChangeDetail detail) {
    var target = detail.target();
    return target == null
        ? detail
        : detail.toBuilder()
            .target(
                target.toBuilder()
                    .path(null)
                    .attributeChangeType(null)
                    .beforeValue(null)
                    .afterValue(null)
                    .build())
            .build();
  }
}
