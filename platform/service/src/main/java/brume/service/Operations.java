package brume.service;

import brume.shape.OperationShape;
import brume.shape.Structure;

/// The operations of all services, called in process: validated and authorised like any other call.
public interface Operations {
  <I extends Structure, O extends Structure> O invoke(
      Call call, OperationShape<I, O> operation, I input);
}
