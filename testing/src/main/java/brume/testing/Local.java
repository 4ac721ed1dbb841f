package brume.testing;

import brume.base.Ids;
import brume.base.Scope;
import brume.identity.Principal;
import brume.service.Access;
import brume.service.Authorizer;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Endpoint;
import brume.service.Metrics;
import brume.service.Operations;
import brume.service.Platform;
import brume.service.Service;
import brume.service.Unit;
import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.store.Store;
import brume.store.memory.MemoryStore;
import brume.wire.validate.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Services on an in-memory store, called in process: validated as by the front door, and
/// authorised by nobody unless a test says otherwise.
///
/// What other services would answer, a test may answer itself with [#answer].
public final class Local implements Operations {
  public static final Scope SCOPE = new Scope("000000000000", "us-east-1");
  public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  public final Store store = MemoryStore.open();
  public final TestClock clock = new TestClock(START);
  public final Ids ids = new Ids(new Random(1));

  /// The units that calls used.
  public final Map<Unit, Double> used = new ConcurrentHashMap<>();

  public final Platform platform =
      new Platform(
          this,
          (_, _) -> null,
          ids,
          clock,
          new Endpoint("localhost", 4566, 4567),
          (_, unit, amount) -> used.merge(unit, amount, Double::sum),
          Metrics.NONE);

  private final Map<String, Service> services = new HashMap<>();
  private final Map<String, BiFunction<Call, Structure, Structure>> answers = new HashMap<>();
  private final List<Access> asked = new ArrayList<>();
  private @Nullable Authorizer authorizer;

  public Local add(Service service) {
    services.put(service.shape().id(), service);
    return this;
  }

  /// Answers for an operation of a service that is not here.
  @SuppressWarnings("unchecked")
  public <I extends Structure, O extends Structure> Local answer(
      OperationShape<I, O> operation, BiFunction<Call, I, O> answer) {
    answers.put(operation.toString(), (call, input) -> answer.apply(call, (I) input));
    return this;
  }

  public Local authorizedBy(Authorizer decider) {
    authorizer = decider;
    return this;
  }

  /// What the calls so far declared that they need.
  public List<Access> asked() {
    return List.copyOf(asked);
  }

  /// A call by the owner of the account.
  public Call call() {
    return platform.call(new Principal.Root(SCOPE.account()), SCOPE);
  }

  public <I extends Structure, O extends Structure> O invoke(
      OperationShape<I, O> operation, I input) {
    return invoke(call(), operation, input);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <I extends Structure, O extends Structure> O invoke(
      Call call, OperationShape<I, O> operation, I input) {
    var service = services.get(operation.service());
    var invalid = Validator.check(input);
    if (invalid != null) {
      throw (service == null ? CommonError.VALIDATION : service.invalidInput()).because(invalid);
    }
    var answer = answers.get(operation.toString());
    if (answer != null) {
      return (O) answer.apply(call, input);
    }
    var found = service == null ? null : service.operation(operation);
    if (found == null) {
      throw CommonError.NOT_IMPLEMENTED.because("Nobody answers " + operation);
    }
    var access = found.access(call, input);
    asked.add(access);
    if (authorizer != null) {
      authorizer.authorize(call, access);
    }
    return found.run(call, input);
  }
}
