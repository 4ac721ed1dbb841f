/// The operations on buckets and objects, one a file, each named as the AWS action.
@NullMarked
package brume.s3.operation;

import org.jspecify.annotations.NullMarked;
