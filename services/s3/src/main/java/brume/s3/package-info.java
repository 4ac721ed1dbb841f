/// Amazon S3: buckets and objects.
///
/// Different from AWS: settings hold from the moment they are put; behind the encryption that
/// replies name stands that of the disk; a bucket is reached from every region; the owner of a
/// bucket owns all that is in it, for there are no other access control lists; the host of transfer
/// acceleration leads to the same machine. Not here yet, and refused by name: encryption with keys
/// of KMS, copies and uploads in parts with keys of customers, archives, transitions between
/// storage classes, notifications by EventBridge, requests that the requester pays, access logs,
/// inventories, MFA Delete.
///
/// Start with [brume.s3.operation] and [brume.s3.data].
@NullMarked
package brume.s3;

import org.jspecify.annotations.NullMarked;
