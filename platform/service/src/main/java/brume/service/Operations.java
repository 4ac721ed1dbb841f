package brume.service;

import brume.shape.OperationShape;
import brume.shape.Structure;

/// The operations of all services, called in process: validated and authorised like any other call.
public interface Operations extends Authorizer {
  <I extends Structure, O extends Structure> O invoke(
      Call call, OperationShape<I, O> operation, I input);

  /// For what is done on a caller's behalf and is no operation of the API, such as the replication
  /// of an object.
  @Override
  void authorize(Call call, Access access);
}
