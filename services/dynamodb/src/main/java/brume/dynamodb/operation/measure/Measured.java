package brume.dynamodb.operation.measure;

import static brume.model.dynamodb.DynamoDbError.CONDITIONAL_CHECK_FAILED_EXCEPTION;

import brume.dynamodb.throughput.Throughput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Metrics;
import brume.service.Operation;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An operation on items of one table, with what CloudWatch shows of its requests.
///
/// Source: Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions".
public record Measured<I extends Structure, O extends Structure>(Operation<I, O> operation)
    implements Operation<I, O> {
  private static final String NAMESPACE = "AWS/DynamoDB";

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
    var named = String.valueOf(member(input, "TableName"));
    var table = named.substring(named.lastIndexOf('/') + 1);
    var own = new Metrics.Subject(call.scope(), NAMESPACE, Map.of("TableName", table));
    long began = System.nanoTime();
    try {
      var output = operation.run(call, input);
      var subject = own.with("Operation", name());
      metrics.took(subject, "SuccessfulRequestLatency", System.nanoTime() - began);
      if (member(output, "Items") instanceof List<?> items) {
        metrics.count(subject, "ReturnedItemCount", items.size());
      }
      return output;
    } catch (ServiceException refusal) {
      refused(metrics, own, refusal);
      throw refusal;
    }
  }

  /// Requests that are throttled, or whose condition fails, are no errors of users.
  private void refused(Metrics metrics, Metrics.Subject own, ServiceException refusal) {
    if (Throughput.isExceeded(refusal)) {
      metrics.count(own.with("Operation", name()), "ThrottledRequests", 1);
    } else if (refusal.error() == CONDITIONAL_CHECK_FAILED_EXCEPTION) {
      metrics.count(own, "ConditionalCheckFailedRequests", 1);
    } else if (refusal.error().isCallersFault()) {
      metrics.count(new Metrics.Subject(own.scope(), NAMESPACE, Map.of()), "UserErrors", 1);
    } else {
      metrics.count(own.with("Operation", name()), "SystemErrors", 1);
    }
  }

  private static @Nullable Object member(Structure structure, String name) {
    int index = structure.shape().indexOf(name);
    return index < 0 ? null : structure.member(index);
  }
}
