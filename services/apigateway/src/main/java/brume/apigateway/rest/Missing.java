package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.NOT_FOUND_EXCEPTION;

import brume.base.Scope;
import brume.shape.ServiceException;

/// The refusals of ids that nothing has.
public final class Missing {
  private Missing() {}

  public static ServiceException api(Scope scope, String id) {
    return NOT_FOUND_EXCEPTION.because(
        "Invalid API identifier specified " + scope.account() + ':' + id);
  }

  /// @param kind such as `Resource`
  public static ServiceException of(String kind) {
    return NOT_FOUND_EXCEPTION.because("Invalid " + kind + " identifier specified");
  }

  public static ServiceException responseStatus() {
    return NOT_FOUND_EXCEPTION.because("Invalid Response status code specified");
  }
}
