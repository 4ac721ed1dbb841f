package brume.service;

import brume.shape.ServiceException;

/// The policies do not allow a call. The caller is told what AWS tells; why it is so in full is for
/// those who may read the audit log.
public final class DeniedException extends ServiceException {
  private static final long serialVersionUID = 1;

  private final String decidedBy;

  /// @param text as the caller is told
  /// @param decidedBy the statement that denies, or the type of policy of which none allows
  public DeniedException(String text, String decidedBy) {
    super(CommonError.ACCESS_DENIED, text, null);
    this.decidedBy = decidedBy;
  }

  public String decidedBy() {
    return decidedBy;
  }
}
