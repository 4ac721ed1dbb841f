package brume.sts.session;

import brume.identity.Session;
import brume.service.Access;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who stands behind the sessions of a chain of roles, set once.
///
/// Source: IAM User Guide, "Monitor and control actions taken with assumed roles".
public final class SourceIdentity {
  private static final String KEY = "aws:SourceIdentity";

  private SourceIdentity() {}

  /// Null when the session has none, or there is no session.
  public static @Nullable String of(@Nullable Session session) {
    var set = session == null ? null : session.context().get(KEY);
    return set == null || set.isEmpty() ? null : set.getFirst();
  }

  /// With what it takes to set it.
  public static Access asked(Access access, String role, String identity) {
    return access
        .and(Access.to("sts:SetSourceIdentity", role))
        .where("sts:SourceIdentity", identity);
  }

  /// Writes it into the condition keys of a new session.
  public static void keep(Map<String, List<String>> context, @Nullable String identity) {
    if (identity != null) {
      context.put(KEY, List.of(identity));
    }
  }
}
