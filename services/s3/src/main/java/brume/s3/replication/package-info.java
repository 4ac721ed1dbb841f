/// Replication: which versions of a bucket's objects are copied to which other buckets.
///
/// The transaction that puts a version owes the copies of it; [brume.s3.replication.delivery] makes
/// them, with a session of the role that the configuration names. A copy has the id, the time and
/// the place among the versions that its original has, so that buckets with the same versions show
/// the same object, whatever order the copies came in.
///
/// Source: Amazon S3 User Guide, "Replicating objects within and across Regions".
@NullMarked
package brume.s3.replication;

import org.jspecify.annotations.NullMarked;
