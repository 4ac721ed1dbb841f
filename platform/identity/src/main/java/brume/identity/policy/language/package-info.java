/// The parts that statements of policies are made of: texts with wildcards and variables, and the
/// conditions that compare them with the condition keys of a request.
///
/// Start with [Template] and [Condition].
///
/// Source: IAM User Guide, "IAM JSON policy reference".
@NullMarked
package brume.identity.policy.language;

import org.jspecify.annotations.NullMarked;
