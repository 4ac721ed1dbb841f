package brume.dax.method;

import brume.model.dynamodb.CancellationReason;
import brume.model.dynamodb.TransactionCanceledException;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A transaction that DynamoDB refused, and why it refused each action.
final class CanceledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ServiceException refused;
  private final transient List<Reason> reasons;

  /// @param code `None` for an action that was not to blame
  /// @param item what was there, as the protocol writes it
  record Reason(String code, @Nullable String message, byte @Nullable [] item) {}

  private CanceledException(ServiceException refused, List<Reason> reasons) {
    super(refused.getMessage(), null, false, false);
    this.refused = refused;
    this.reasons = reasons;
  }

  /// The same refusal when it gives no reasons for actions.
  static RuntimeException of(ServiceException refused, List<TransactAction> actions) {
    if (!(refused.detail() instanceof TransactionCanceledException detail)
        || detail.cancellationReasons() == null) {
      return refused;
    }
    var reasons = new ArrayList<Reason>();
    var given = detail.cancellationReasons();
    for (int i = 0; i < given.size(); i++) {
      reasons.add(reason(given.get(i), i < actions.size() ? actions.get(i) : null));
    }
    return new CanceledException(refused, reasons);
  }

  private static Reason reason(CancellationReason given, @Nullable TransactAction action) {
    var item = given.item();
    return new Reason(
        Objects.requireNonNullElse(given.code(), "None"),
        given.message(),
        item == null || action == null ? null : action.form().write(item));
  }

  ServiceException refused() {
    return refused;
  }

  List<Reason> reasons() {
    return reasons;
  }
}
