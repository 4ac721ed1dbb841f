package brume.apigateway.execution;

import brume.model.apigateway.ThrottleSettings;
import org.jspecify.annotations.Nullable;

/// How many requests a method takes.
///
/// @param method as usage plans name it, such as `/pets/GET`
/// @param limits null where the stage sets none
record Pace(String method, @Nullable ThrottleSettings limits) {}
