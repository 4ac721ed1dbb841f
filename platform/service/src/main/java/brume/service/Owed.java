package brume.service;

import brume.base.Bytes;
import brume.base.Scope;
import java.time.Instant;

/// Something that a committed transaction owes.
///
/// @param kind names the [Delivery] that carries it out
/// @param attempt 1 for the first
/// @param since when it came to be owed
public record Owed(
    String kind, Scope scope, String id, int attempt, Instant since, Bytes payload) {}
