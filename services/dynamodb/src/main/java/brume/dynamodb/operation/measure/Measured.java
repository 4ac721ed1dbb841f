package brume.dynamodb.operation.measure;

import static brume.model.dynamodb.DynamoDbError.CONDITIONAL_CHECK_FAILED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.TRANSACTION_CANCELED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.TRANSACTION_CONFLICT_EXCEPTION;

import brume.dynamodb.throughput.Throughput;
import brume.model.dynamodb.TransactionCanceledException;
import brume.service.Access;
import brume.service.Call;
import brume.service.Metrics;
import brume.service.Operation;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// An operation on items of the tables that its requests name, with what CloudWatch shows of its
/// requests.
///
/// Source: Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions".
public record Measured<I extends Structure, O extends Structure>(Operation<I, O> operation)
    implements Operation<I, O> {
  private static final String NAMESPACE = "AWS/DynamoDB";
  private static final String CONDITION = "ConditionalCheckFailedRequests";
  private static final String CONFLICT = "TransactionConflict";

  @Override
  public String name() {
    return operation.name();
  }

  @Override
  public Access access(Call call, I input) {
    return operation.access(call, input);
  }

  @Override
  public O run(Call call, I input) {
    var metrics = call.platform().metrics();
    var tables = NamedTables.of(input).stream().map(name -> subject(call, name)).toList();
    long began = System.nanoTime();
    try {
      var output = operation.run(call, input);
      long took = System.nanoTime() - began;
      for (var table : Set.copyOf(tables)) {
        metrics.took(named(table), "SuccessfulRequestLatency", took);
      }
      if (NamedTables.member(output, "Items") instanceof List<?> items) {
        metrics.count(named(tables.getFirst()), "ReturnedItemCount", items.size());
      }
      return output;
    } catch (ServiceException refusal) {
      refused(call, tables, refusal);
      throw refusal;
    }
  }

  private static Metrics.Subject subject(Call call, String table) {
    return new Metrics.Subject(call.scope(), NAMESPACE, Map.of("TableName", table));
  }

  private Metrics.Subject named(Metrics.Subject table) {
    return table.with("Operation", name());
  }

  /// Requests that are throttled, collide, or whose condition fails, are no errors of users.
  private void refused(Call call, List<Metrics.Subject> tables, ServiceException refusal) {
    var metrics = call.platform().metrics();
    if (Throughput.isExceeded(refusal)) {
      Set.copyOf(tables).forEach(table -> metrics.count(named(table), "ThrottledRequests", 1));
    } else if (refusal.error() == CONDITIONAL_CHECK_FAILED_EXCEPTION) {
      tables.forEach(table -> metrics.count(table, CONDITION, 1));
    } else if (refusal.error() == TRANSACTION_CONFLICT_EXCEPTION) {
      tables.forEach(table -> metrics.count(table, CONFLICT, 1));
    } else if (refusal.error() == TRANSACTION_CANCELED_EXCEPTION) {
      cancelled(metrics, tables, refusal);
    } else if (refusal.error().isCallersFault()) {
      metrics.count(new Metrics.Subject(call.scope(), NAMESPACE, Map.of()), "UserErrors", 1);
    } else {
      Set.copyOf(tables).forEach(table -> metrics.count(named(table), "SystemErrors", 1));
    }
  }

  /// A transaction tells a reason for each of its items.
  private static void cancelled(
      Metrics metrics, List<Metrics.Subject> tables, ServiceException refusal) {
    var detail = (TransactionCanceledException) Objects.requireNonNull(refusal.detail());
    var reasons = Objects.requireNonNull(detail.cancellationReasons());
    for (int i = 0; i < reasons.size(); i++) {
      switch (reasons.get(i).code()) {
        case "ConditionalCheckFailed" -> metrics.count(tables.get(i), CONDITION, 1);
        case "TransactionConflict" -> metrics.count(tables.get(i), CONFLICT, 1);
        case null, default -> {}
      }
    }
  }
}
