package brume.wire;

import brume.shape.OperationShape;
import brume.shape.Protocol;
import java.util.Map;

/// Which operation a request is for, and how it is spelled.
///
/// @param labels the decoded labels of a REST path; empty for other protocols
public record Target(
    OperationShape<?, ?> operation, Protocol protocol, Map<String, String> labels) {}
