package brume.lambda.data;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Scope;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Limits;
import brume.model.lambda.Concurrency;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How many requests at a time functions have for themselves.
public final class Reservations implements Belongings {
  private final Store store;
  private final Functions functions;
  private final Records<Concurrency> reservations =
      new Records<>("lambda.concurrency", Concurrency.SHAPE);

  public Reservations(Store store, Functions functions) {
    this.store = store;
    this.functions = functions;
    functions.owns(this);
  }

  /// Null for a function without one.
  public @Nullable Integer find(FunctionName function) {
    var found =
        functions.read(reader -> reservations.get(reader, function.scope(), function.name()));
    return found == null ? null : found.reservedConcurrentExecutions();
  }

  /// Of the whole account and region.
  public int sum(Scope scope) {
    return functions.read(reader -> sum(reader, scope));
  }

  private int sum(Reader reader, Scope scope) {
    return reservations.all(reader, scope).stream()
        .mapToInt(each -> Objects.requireNonNull(each.reservedConcurrentExecutions()))
        .sum();
  }

  public Concurrency put(FunctionName function, int reserved) {
    var scope = function.scope();
    var value = new Concurrency(reserved);
    return store.transact(
        new Locks(
            java.util.stream.Stream.concat(
                    functions.lock(function).names().stream(),
                    Locks.of(all(scope)).names().stream())
                .toList()),
        transaction -> {
          var _ = functions.get(transaction, function);
          reservations.put(transaction, value, scope, function.name());
          if (Limits.CONCURRENCY - sum(transaction, scope) < Limits.UNRESERVED_CONCURRENCY) {
            throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
                "Specified ReservedConcurrentExecutions for function decreases account's"
                    + " UnreservedConcurrentExecution below its minimum value of ["
                    + Limits.UNRESERVED_CONCURRENCY
                    + "].");
          }
          return value;
        });
  }

  /// The sum of all is decided on under this lock.
  private Key all(Scope scope) {
    return reservations.key(scope);
  }

  public void delete(FunctionName function) {
    functions.inside(
        function,
        (transaction, _) -> {
          deleteAll(transaction, function);
          return function;
        });
  }

  @Override
  public void deleteAll(Transaction transaction, FunctionName function) {
    reservations.delete(transaction, function.scope(), function.name());
  }
}
