package brume.sesv2.operation.configuration;

import brume.model.sesv2.SuppressionOptions;
import brume.ses.refusal.Honoured;
import org.jspecify.annotations.Nullable;

/// What a configuration set says of the suppression list.
final class Suppression {
  private Suppression() {}

  static @Nullable SuppressionOptions checked(@Nullable SuppressionOptions options) {
    if (options != null) {
      Honoured.refuse("SuppressionOptions.ValidationOptions", options.validationOptions());
    }
    return options;
  }
}
