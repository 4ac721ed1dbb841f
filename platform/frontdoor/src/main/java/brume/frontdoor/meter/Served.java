package brume.frontdoor.meter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request that was answered.
///
/// @param service the id of its model, or the kind of its site
/// @param operation the AWS action, or the name of the site's resource; empty when there was none
/// @param caller the ARN of who called, as far as it was verified
/// @param status of the answer
/// @param error the code of the answer's error; null when there was none
/// @param bytesIn of the body; zero when its length was not announced
/// @param bytesOut of the body; zero when its length was not known
/// @param duration until the head of the answer was ready
public record Served(
    Instant at,
    String requestId,
    String account,
    String region,
    String service,
    String operation,
    String caller,
    int status,
    @Nullable String error,
    long bytesIn,
    long bytesOut,
    Duration duration) {}
