package brume.frontdoor.pipeline;

import brume.frontdoor.locate.Directory;
import brume.frontdoor.meter.Ledger;
import brume.frontdoor.meter.Served;
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

  private final Ledger ledger;
  private volatile @Nullable Directory directory;
  private volatile @Nullable Inner inner;

  public InProcess(Ledger ledger) {
    this.ledger = ledger;
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
    String error = null;
    try {
      var output = run(call, shape, input);
      status = OK;
      return output;
    } catch (ServiceException refused) {
      status = refused.error().status();
      error = refused.error().code();
      throw refused;
    } finally {
      ledger.record(served(call, shape, status, error, System.nanoTime() - began));
    }
  }

  private <I extends Structure, O extends Structure> O run(
      Call call, OperationShape<I, O> shape, I input) {
    var services = Objects.requireNonNull(directory, "Brume is still starting");
    var stages = Objects.requireNonNull(inner);
    var operation = services.operation(shape);
    if (operation == null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume does not have the operation " + shape.name() + " of " + shape.service());
    }
    stages.validate(input);
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
