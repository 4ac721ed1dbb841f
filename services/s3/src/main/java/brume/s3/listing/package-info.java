/// Listing in order of keys, with those that share a beginning rolled up into one.
///
/// Source: Amazon S3 User Guide, "Organizing objects using prefixes". Start with [Listing].
@NullMarked
package brume.s3.listing;

import org.jspecify.annotations.NullMarked;
