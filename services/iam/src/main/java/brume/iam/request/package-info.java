/// What the operations of IAM share: the access that they need, whom they mean, and how they show
/// what they found.
///
/// Start with [Needs].
@NullMarked
package brume.iam.request;

import org.jspecify.annotations.NullMarked;
