/// The operations of IAM: a package for each kind of thing that they are about.
///
/// Start with [IamOperations].
@NullMarked
package brume.iam.operation;

import org.jspecify.annotations.NullMarked;
