/// The operations on what is configured of buckets, one a file, each named as the AWS action.
@NullMarked
package brume.s3.operation.setting;

import org.jspecify.annotations.NullMarked;
