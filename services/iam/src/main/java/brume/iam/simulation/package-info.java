/// Asks what policies would decide, without any call that they decide on.
///
/// Start with [Simulation].
@NullMarked
package brume.iam.simulation;

import org.jspecify.annotations.NullMarked;
