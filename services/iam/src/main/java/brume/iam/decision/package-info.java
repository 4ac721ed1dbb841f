/// Who may do what: the policies of a caller, collected and compiled once until its account's IAM
/// changes, and the circumstances of a call that policies may ask of.
///
/// Start with [Identities].
@NullMarked
package brume.iam.decision;

import org.jspecify.annotations.NullMarked;
