package brume.dynamodb.transaction;

import static brume.model.dynamodb.DynamoDbError.CONDITIONAL_CHECK_FAILED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.DUPLICATE_ITEM_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.THROTTLING_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.TRANSACTION_CANCELED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.VALIDATION_EXCEPTION;

import brume.model.dynamodb.CancellationReason;
import brume.model.dynamodb.ConditionalCheckFailedException;
import brume.model.dynamodb.TransactionCanceledException;
import brume.shape.ErrorCode;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Why each part of a transaction cannot be carried out, in the order of the parts.
public final class Reasons {
  private static final CancellationReason NONE = CancellationReason.builder().code("None").build();

  /// The spelling of errors as reasons.
  ///
  /// Source: Amazon DynamoDB API reference, "TransactWriteItems".
  private static final Map<ErrorCode, String> CODES =
      Map.of(
          CONDITIONAL_CHECK_FAILED_EXCEPTION, "ConditionalCheckFailed",
          DUPLICATE_ITEM_EXCEPTION, "DuplicateItem",
          ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED_EXCEPTION, "ItemCollectionSizeLimitExceeded",
          PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION, "ProvisionedThroughputExceeded",
          THROTTLING_EXCEPTION, "ThrottlingError",
          VALIDATION_EXCEPTION, "ValidationError");

  private final List<CancellationReason> reasons;

  public Reasons(int parts) {
    reasons = new ArrayList<>(Collections.nCopies(parts, NONE));
  }

  /// Throws the error itself when it is none that cancels a transaction.
  public void add(int part, ServiceException why) {
    reasons.set(part, of(why));
  }

  /// Throws the error itself when it is none that has a spelling as a reason.
  public static CancellationReason of(ServiceException why) {
    var code = CODES.get(why.error());
    if (code == null) {
      throw why;
    }
    var item =
        why.detail() instanceof ConditionalCheckFailedException failed ? failed.item() : null;
    return new CancellationReason(code, item, why.message());
  }

  /// Throws the cancellation when there is a reason.
  public void check() {
    if (reasons.stream().allMatch(NONE::equals)) {
      return;
    }
    var codes =
        reasons.stream()
            .map(reason -> Objects.requireNonNull(reason.code()))
            .collect(Collectors.joining(", ", "[", "]"));
    throw TRANSACTION_CANCELED_EXCEPTION.because(
        "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
        TransactionCanceledException.builder().cancellationReasons(List.copyOf(reasons)).build());
  }
}
