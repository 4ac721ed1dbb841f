/// What operations share: the access they need, the details of their errors, members carried over.
///
/// Start with [BucketAccess].
@NullMarked
package brume.s3.request;

import org.jspecify.annotations.NullMarked;
