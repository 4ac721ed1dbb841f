package brume.ses.data;

import brume.base.Scope;
import brume.model.sesv2.AccountDetails;
import brume.model.sesv2.GetAccountResponse;
import brume.model.sesv2.SuppressionAttributes;
import brume.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What holds for all sending of an account in a region.
public final class Settings {
  /// The reasons for which addresses are suppressed unless an account says otherwise.
  ///
  /// Source: Amazon SES Developer Guide, "Using the Amazon SES account-level suppression list".
  public static final List<String> REASONS = List.of("BOUNCE", "COMPLAINT");

  private static final String NAME = "account";
  private static final GetAccountResponse USUAL =
      GetAccountResponse.builder()
          .sendingEnabled(true)
          .productionAccessEnabled(true)
          .suppressionAttributes(SuppressionAttributes.builder().suppressedReasons(REASONS).build())
          .build();

  private final Named<GetAccountResponse> settings;

  public Settings(Store store) {
    settings = new Named<>(store, "ses.account", GetAccountResponse.SHAPE);
  }

  public GetAccountResponse get(Scope scope) {
    var own = settings.find(scope, NAME);
    return own == null ? USUAL : own;
  }

  public boolean isSending(Scope scope) {
    return Boolean.TRUE.equals(get(scope).sendingEnabled());
  }

  /// Whether mail goes to verified recipients only.
  ///
  /// Source: Amazon SES Developer Guide, "Request production access".
  public boolean isInSandbox(Scope scope) {
    return Boolean.FALSE.equals(get(scope).productionAccessEnabled());
  }

  public Quota quota(Scope scope) {
    return isInSandbox(scope) ? Quota.SANDBOX : Quota.PRODUCTION;
  }

  public List<String> suppressedReasons(Scope scope) {
    var attributes = get(scope).suppressionAttributes();
    return attributes == null || attributes.suppressedReasons() == null
        ? REASONS
        : attributes.suppressedReasons();
  }

  public void setSending(Scope scope, @Nullable Boolean enabled) {
    settings.put(
        scope, NAME, get(scope).toBuilder().sendingEnabled(Boolean.TRUE.equals(enabled)).build());
  }

  /// @param production null to stay where the account is
  public void setDetails(Scope scope, AccountDetails details, @Nullable Boolean production) {
    var changed = get(scope).toBuilder().details(details);
    if (production != null) {
      changed.productionAccessEnabled(production);
    }
    settings.put(scope, NAME, changed.build());
  }

  public void setSuppressedReasons(Scope scope, @Nullable List<String> reasons) {
    var attributes =
        SuppressionAttributes.builder()
            .suppressedReasons(reasons == null ? List.of() : reasons)
            .build();
    settings.put(scope, NAME, get(scope).toBuilder().suppressionAttributes(attributes).build());
  }
}
