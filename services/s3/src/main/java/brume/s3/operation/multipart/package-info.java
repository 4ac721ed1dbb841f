/// The operations that put an object in parts, one a file, each named as the AWS action.
@NullMarked
package brume.s3.operation.multipart;

import org.jspecify.annotations.NullMarked;
