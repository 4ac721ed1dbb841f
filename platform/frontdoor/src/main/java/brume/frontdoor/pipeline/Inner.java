package brume.frontdoor.pipeline;

import brume.service.Authorizer;
import brume.service.Call;
import brume.service.Operation;
import brume.service.Service;
import brume.shape.Structure;
import brume.wire.validate.Validator;

/// The stages that calls from outside and between services have in common: validate, authorize,
/// run.
record Inner(Authorizer authorizer) {
  void validate(Service service, Structure input) {
    var wrong = Validator.check(input);
    if (wrong != null) {
      throw service.invalidInput().because(wrong);
    }
  }

  <I extends Structure> void authorize(Call call, Operation<I, ?> operation, I input) {
    authorizer.authorize(call, operation.access(call, input));
  }

  <I extends Structure, O extends Structure> O run(Call call, Operation<I, O> operation, I input) {
    return operation.run(call, input);
  }
}
