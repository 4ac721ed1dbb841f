package brume.frontdoor.pipeline;

import brume.frontdoor.audit.Attempt;
import brume.frontdoor.audit.Attempt.Failure;
import brume.frontdoor.audit.AuditLog;
import brume.frontdoor.locate.Directory;
import brume.frontdoor.meter.Ledger;
import brume.frontdoor.meter.Served;
import brume.service.Access;
import brume.service.Authorizer;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operations;
import brume.shape.OperationShape;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Calls between services: validated, authorised and metered like any other.
///
/// Services are given this before all of them exist; [#open] lets the calls in.
public final class InProcess implements Operations {
  private static final int OK = 200;
  private static final int FAILED = 500;
  private static final Failure INTERNAL =
      new Failure(CommonError.INTERNAL_FAILURE.code(), "The call failed inside Brume", null);

  private final Ledger ledger;
  private final AuditLog audit;
  private volatile @Nullable Directory directory;
  private volatile @Nullable Inner inner;

  public InProcess(Ledger ledger, AuditLog audit) {
    this.ledger = ledger;
    this.audit = audit;
  }

  public void open(Directory services, Authorizer authorizer) {
    inner = new Inner(authorizer);
    directory = services;
  }

  @Override
  public <I extends Structure, O extends Structure> O invoke(
      Call call, OperationShape<I, O> shape, I input) {
    long began = System.nanoTime();
    int status = FAILED;
    @Nullable Failure failure = INTERNAL;
    try {
      var output = run(call, shape, input);
      status = OK;
      failure = null;
      return output;
    } catch (ServiceException refused) {
      status = refused.error().status();
      failure = Failure.of(refused.error().code(), refused.message(), refused);
      throw refused;
    } finally {
      var error = failure == null ? null : failure.code();
      ledger.record(served(call, shape, status, error, System.nanoTime() - began));
      audit(call, shape, input, failure);
    }
  }

  @Override
  public void authorize(Call call, Access access) {
    Objects.requireNonNull(inner).authorizer().authorize(call, access);
  }

  private void audit(
      Call call, OperationShape<?, ?> shape, Structure input, @Nullable Failure failure) {
    var services = Objects.requireNonNull(directory);
    var service = services.service(shape.service());
    if (service != null && service.operation(shape) != null) {
      audit.record(new Attempt(call, service.shape(), shape, input, failure));
    }
  }

  private <I extends Structure, O extends Structure> O run(
      Call call, OperationShape<I, O> shape, I input) {
    var services = Objects.requireNonNull(directory, "Brume is still starting");
    var stages = Objects.requireNonNull(inner);
    var service = services.service(shape.service());
    var operation = service == null ? null : service.operation(shape);
    if (service == null || operation == null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume does not have the operation " + shape.name() + " of " + shape.service());
    }
    stages.validate(service, input);
    stages.authorize(call, operation, input);
    return stages.run(call, operation, input);
  }

  private static Served served(
      Call call, OperationShape<?, ?> shape, int status, @Nullable String error, long nanos) {
    return new Served(
        call.now(),
        call.requestId(),
        call.scope().account(),
        call.scope().region(),
        shape.service(),
        shape.name(),
        call.caller().arn(),
        status,
        error,
        0,
        0,
        Duration.ofNanos(nanos));
  }
}
