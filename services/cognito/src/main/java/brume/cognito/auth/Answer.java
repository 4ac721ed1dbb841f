package brume.cognito.auth;

import brume.cognito.user.User;
import brume.model.cognitoidp.AuthenticationResultType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody who signs in is told.
public sealed interface Answer {
  /// Signed in.
  ///
  /// @param result the tokens; null by a page, which gives them for a code
  record Authenticated(User user, @Nullable AuthenticationResultType result) implements Answer {}

  /// More is asked for.
  ///
  /// @param session to come back with; null where the parameters carry it
  record Challenge(String name, Map<String, String> parameters, @Nullable String session)
      implements Answer {}
}
