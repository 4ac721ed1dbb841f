/// Buckets as rules and values: names, owners, versioning.
///
/// Start with [Bucket].
@NullMarked
package brume.s3.bucket;

import org.jspecify.annotations.NullMarked;
