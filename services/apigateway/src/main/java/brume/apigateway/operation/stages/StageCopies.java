package brume.apigateway.operation.stages;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.Stage;

/// The patches that promote a canary: they copy what it has to the stage.
///
/// Source: API Gateway Developer Guide, "Promote a canary release".
final class StageCopies {
  private StageCopies() {}

  /// The operation, or for one that copies the one that sets what it copies.
  static PatchOperation resolved(Stage stage, PatchOperation operation) {
    if (!"copy".equals(operation.op())) {
      return operation;
    }
    var canary = stage.canarySettings();
    if ("/canarySettings/deploymentId".equals(operation.from())
        && "/deploymentId".equals(operation.path())
        && canary != null) {
      return new PatchOperation(null, "replace", "/deploymentId", canary.deploymentId());
    }
    throw BAD_REQUEST_EXCEPTION.because(
        "Invalid copy from " + operation.from() + " to " + operation.path());
  }
}
