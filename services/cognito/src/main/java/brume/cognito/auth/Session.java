package brume.cognito.auth;

import brume.json.Json;
import java.time.Instant;

/// What must not be forgotten between a challenge and its answer.
///
/// @param challenge the name of what was asked
/// @param data what else the answer is checked by
record Session(String id, String username, String challenge, Instant expires, Json.Obj data) {}
