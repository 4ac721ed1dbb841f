package brume.ses.data;

import brume.base.Scope;
import brume.model.sesv2.SuppressedDestination;
import brume.service.record.Records;
import brume.store.Store;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The addresses of all accounts and regions that get no mail, and why.
public final class Suppressions {
  private final Named<SuppressedDestination> addresses;

  public Suppressions(Store store) {
    addresses = new Named<>(store, "ses.suppressed", SuppressedDestination.SHAPE);
  }

  public @Nullable SuppressedDestination find(Scope scope, String address) {
    return addresses.find(scope, folded(address));
  }

  public Records.Page<SuppressedDestination> page(Scope scope, @Nullable String token, int limit) {
    return addresses.page(scope, token, limit);
  }

  public void put(Scope scope, SuppressedDestination suppressed) {
    addresses.put(scope, folded(suppressed.emailAddress()), suppressed);
  }

  /// Whether there was one to delete.
  public boolean delete(Scope scope, String address) {
    return addresses.delete(scope, folded(address));
  }

  /// Those of `recipients` who are on the list for one of `reasons`.
  public List<SuppressedDestination> among(
      Scope scope, List<String> recipients, List<String> reasons) {
    return recipients.stream()
        .map(recipient -> find(scope, recipient))
        .filter(found -> found != null && reasons.contains(found.reason()))
        .map(java.util.Objects::requireNonNull)
        .toList();
  }

  private static String folded(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
