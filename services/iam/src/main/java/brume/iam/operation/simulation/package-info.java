/// The operations that ask what policies would decide: one file each, named as the action.
///
/// Start with [SimulatePrincipalPolicy].
@NullMarked
package brume.iam.operation.simulation;

import org.jspecify.annotations.NullMarked;
