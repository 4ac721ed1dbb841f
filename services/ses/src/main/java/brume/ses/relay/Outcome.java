package brume.ses.relay;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the relay said to a message. Recipients in neither list may get it later.
///
/// @param sent those for whom it took the message
/// @param refused those for whom it never will, with its words
/// @param trouble why it could not say more; null when it did
record Outcome(List<String> sent, Map<String, String> refused, @Nullable String trouble) {}
