package brume.ssm.operation;

import brume.model.ssm.SsmError;
import brume.shape.ServiceException;
import brume.ssm.parameter.Selector;

/// Refuses what is not there.
final class Missing {
  private Missing() {}

  static ServiceException parameter(String name) {
    return SsmError.PARAMETER_NOT_FOUND.because("Parameter " + name + " not found.");
  }

  /// @param isParameterThere whether only the version or label is missing
  static ServiceException of(Selector selector, boolean isParameterThere) {
    return isParameterThere
        ? SsmError.PARAMETER_VERSION_NOT_FOUND.because(
            "Systems Manager could not find version "
                + selector.selector()
                + " of "
                + selector.name().text()
                + ". Verify the version and try again.")
        : parameter(selector.name().text());
  }
}
