/// The resource types of S3 in templates. Start with [BucketResource].
@NullMarked
package brume.s3.resource;

import org.jspecify.annotations.NullMarked;
