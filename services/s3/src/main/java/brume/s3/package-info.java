/// Amazon S3: buckets and objects.
///
/// Different from AWS: settings hold from the moment they are put; behind the encryption that
/// replies name stands that of the disk; a bucket is reached from every region; the owner of a
/// bucket owns all that is in it, for there are no other access control lists; the host of transfer
/// acceleration leads to the same machine; objects of all storage classes are kept alike, and what
/// lifecycle rules move is moved within the hour. Not here yet, and refused by name: encryption
/// with keys of KMS, archives and what moves objects there, notifications by EventBridge, requests
/// that the requester pays, access logs, inventories, MFA Delete.
///
/// Start with [brume.s3.operation] and [brume.s3.data].
@NullMarked
package brume.s3;

import org.jspecify.annotations.NullMarked;
