/// Amazon S3: buckets and objects.
///
/// Different from AWS: buckets are strongly consistent in their settings, too; what stands behind
/// the encryption that replies name is that of the disk; a bucket is reached from every region.
/// Start with [brume.s3.operation] and [brume.s3.data].
@NullMarked
package brume.s3;

import org.jspecify.annotations.NullMarked;
