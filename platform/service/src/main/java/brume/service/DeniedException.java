package brume.service;

import brume.shape.ServiceException;
import org.jspecify.annotations.Nullable;

/// The policies do not allow a call. The caller is told what AWS tells; why it is so in full is for
/// those who may read the audit log.
public final class DeniedException extends ServiceException {
  private static final long serialVersionUID = 1;

  private final String decidedBy;
  private final @Nullable String encoded;

  /// @param text as the caller is told
  /// @param decidedBy the statement that denies, or the type of policy of which none allows
  /// @param encoded the same in full for whoever may decode it; null for nobody
  public DeniedException(String text, String decidedBy, @Nullable String encoded) {
    super(CommonError.ACCESS_DENIED, text, null);
    this.decidedBy = decidedBy;
    this.encoded = encoded;
  }

  public @Nullable String encoded() {
    return encoded;
  }

  public String decidedBy() {
    return decidedBy;
  }
}
