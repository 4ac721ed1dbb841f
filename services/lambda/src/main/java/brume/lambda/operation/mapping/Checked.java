package brume.lambda.operation.mapping;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.lambda.function.MappingRules;
import brume.lambda.source.Filters;
import brume.model.lambda.EventSourceMappingConfiguration;

/// A mapping whose parts go together and whose filters are patterns.
final class Checked {
  private Checked() {}

  static EventSourceMappingConfiguration of(EventSourceMappingConfiguration mapping) {
    var complete = MappingRules.complete(mapping);
    try {
      var _ = Filters.of(complete.filterCriteria());
    } catch (IllegalArgumentException e) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "Invalid filter pattern definition. " + e.getMessage());
    }
    return complete;
  }
}
