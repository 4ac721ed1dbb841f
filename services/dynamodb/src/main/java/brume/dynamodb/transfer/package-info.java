/// Tables written to S3 and read from there, by whoever asked for it: with their permissions, and
/// beside other requests.
///
/// Where it differs from AWS: what a restart interrupts fails, and can be asked for again; exports
/// are full ones in DynamoDB JSON; imports are of DynamoDB JSON and CSV, plain or in gzip, and log
/// their errors nowhere but count them.
@NullMarked
package brume.dynamodb.transfer;

import org.jspecify.annotations.NullMarked;
