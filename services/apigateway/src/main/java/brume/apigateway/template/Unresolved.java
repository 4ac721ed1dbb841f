package brume.apigateway.template;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.jspecify.annotations.Nullable;

/// References into what API Gateway provides are nothing where there is nothing, others stay as
/// they are written. Public, because Velocity makes it.
public final class Unresolved implements ReferenceInsertionEventHandler {
  @Override
  public @Nullable Object referenceInsert(
      Context context, String reference, @Nullable Object value) {
    if (value != null) {
      return value;
    }
    var bare = reference.replaceAll("[${}!]", "");
    boolean provided =
        bare.startsWith("context.")
            || bare.startsWith("input.")
            || bare.startsWith("stageVariables.");
    return provided ? "" : null;
  }
}
