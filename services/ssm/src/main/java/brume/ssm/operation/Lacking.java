package brume.ssm.operation;

import brume.model.ssm.DescribeParametersRequest;
import brume.model.ssm.PutParameterRequest;
import brume.service.CommonError;

/// Refuses what Parameter Store of AWS can and Brume's cannot, with its name.
final class Lacking {
  private Lacking() {}

  static void check(PutParameterRequest input) {
    refuse("type SecureString", "SecureString".equals(input.type()));
    refuse("KeyId", input.keyId() != null);
    refuse("Policies", input.policies() != null && !input.policies().isEmpty());
    refuse(
        "DataType " + input.dataType(),
        input.dataType() != null && !input.dataType().equals("text"));
  }

  static void check(DescribeParametersRequest input) {
    refuse("Filters, but ParameterFilters,", input.filters() != null && !input.filters().isEmpty());
    refuse("Shared", Boolean.TRUE.equals(input.shared()));
  }

  static void checkTagged(String resourceType) {
    refuse("tags of " + resourceType, !resourceType.equals("Parameter"));
  }

  private static void refuse(String what, boolean isGiven) {
    if (isGiven) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's Parameter Store does not have " + what + " yet");
    }
  }
}
