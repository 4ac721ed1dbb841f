package brume.cognito.token;

import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whoever holds an access token.
///
/// @param grantId of the sign-in that it came from; null when its client does not revoke tokens
public record Bearer(
    Pool pool, Client client, User user, @Nullable String grantId, List<String> scopes) {}
