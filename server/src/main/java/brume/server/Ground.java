package brume.server;

import brume.cloudwatch.publish.Counters;
import brume.http.engine.Engine;
import brume.iam.data.KeyUses;
import brume.identity.AuthorizationMessages;
import brume.identity.SessionTokens;
import brume.service.Gate;
import brume.service.Platform;
import brume.ses.relay.Relay;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// What all services of a Brume stand on.
///
/// @param counters where the services of the platform count
/// @param uses remembers when access keys were last used
/// @param gate verifies who sends a request, and decides what they may
/// @param tls makes the keys of listeners beside HTTP's
/// @param openOnLoopback whether whoever is on this machine may do what the account's owner may
/// @param relay where mail goes out; null to keep it here
record Ground(
    Place place,
    Platform platform,
    Counters counters,
    SessionTokens tokens,
    AuthorizationMessages messages,
    KeyUses uses,
    Engine engine,
    Gate gate,
    Supplier<SSLContext> tls,
    boolean openOnLoopback,
    @Nullable Relay relay) {}
