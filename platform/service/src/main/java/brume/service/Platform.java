package brume.service;

import brume.base.Ids;

/// What the process offers to every call.
///
/// @param operations the operations of all services, to be called in process
public record Platform(Operations operations, Ids ids, Endpoint endpoint) {}
