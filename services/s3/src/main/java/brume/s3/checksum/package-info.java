/// Checksums of objects: the algorithms, and how those of parts combine into one of the whole.
///
/// Source: Amazon S3 User Guide, "Checking object integrity in Amazon S3". Not here are MD5,
/// SHA-512 and the XXHash family, which are refused by name. Start with [Algorithm].
@NullMarked
package brume.s3.checksum;

import org.jspecify.annotations.NullMarked;
