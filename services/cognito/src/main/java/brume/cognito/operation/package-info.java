/// The operations on user pools, by subject.
///
/// Start with [UserPoolOperations].
@NullMarked
package brume.cognito.operation;

import org.jspecify.annotations.NullMarked;
