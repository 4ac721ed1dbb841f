package brume.dynamodb.transaction;

import brume.dynamodb.data.Change;
import brume.dynamodb.data.Frame;
import brume.dynamodb.item.Invalid;
import brume.shape.ServiceException;
import brume.store.Transaction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The frame of a transaction's writes: gathers why they cannot be made, and remembers that they
/// were.
public final class AllOrNothing implements Frame<AllOrNothing.Outcome> {
  /// Items of one transaction together. Source: Amazon DynamoDB Developer Guide, "Quotas".
  public static final int MAX_BYTES = 4 << 20;

  private final int parts;
  private final @Nullable Token token;
  private Reasons reasons;

  /// @param token null when the request has none
  public AllOrNothing(int parts, @Nullable Token token) {
    this.parts = parts;
    this.token = token;
    this.reasons = new Reasons(parts);
  }

  /// @param changes what the writes did
  /// @param isRepeated whether they were made by an earlier request with the same token; then there
  ///   are no changes
  public record Outcome(List<Change> changes, boolean isRepeated) {}

  @Override
  public List<byte[]> locks() {
    return token == null ? List.of() : List.of(token.key().bytes());
  }

  @Override
  public Optional<Outcome> begin(Transaction transaction) {
    reasons = new Reasons(parts);
    return token != null && token.isDone(transaction)
        ? Optional.of(new Outcome(List.of(), true))
        : Optional.empty();
  }

  @Override
  public int cost() {
    return 2;
  }

  @Override
  public void refused(int write, ServiceException why) {
    reasons.add(write, why);
  }

  @Override
  public Outcome end(Transaction transaction, List<Change> changes) {
    reasons.check();
    if (changes.stream().mapToLong(Change::size).sum() > MAX_BYTES) {
      throw tooLarge();
    }
    if (token != null) {
      token.remember(transaction);
    }
    return new Outcome(changes, false);
  }

  public static ServiceException tooLarge() {
    return Invalid.request(
        "The aggregate size of the items in the transaction cannot exceed " + MAX_BYTES + " bytes");
  }
}
