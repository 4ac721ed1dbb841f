/// What the errors of S3 carry beside their message: the bucket, the key, the condition that
/// failed.
///
/// Start with [Detail].
@NullMarked
package brume.s3.refusal;

import org.jspecify.annotations.NullMarked;
