package brume.cloudwatch.operation;

import brume.service.CommonError;

/// Refuses what CloudWatch of AWS can and that of Brume cannot, with its name.
final class Lacking {
  private Lacking() {}

  static void refuse(String parameter, boolean isGiven) {
    if (isGiven) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudWatch does not have " + parameter + " yet");
    }
  }
}
