/// Amazon S3: buckets and objects.
///
/// Different from AWS: settings hold from the moment they are put; behind the encryption that
/// replies name stands that of the disk; a bucket is reached from every region; the owner of a
/// bucket owns all that is in it, for there are no other access control lists. Not here yet, and
/// refused by name: encryption with keys of KMS or of customers, archives, transitions between
/// storage classes, notifications, replication, MFA Delete.
///
/// Start with [brume.s3.operation] and [brume.s3.data].
@NullMarked
package brume.s3;

import org.jspecify.annotations.NullMarked;
