/// Amazon DynamoDB: tables of items, their keys and indexes, expressions, queries and scans.
///
/// Where it differs from AWS: tables are active at once; every read is consistent; provisioned
/// throughput is kept and not enforced; a batch write never leaves anything unprocessed; the
/// numbers of a table's items are counted when they are asked for.
///
/// Start with [DynamoDb], then `operation`, then `data`; the language is in `expression`.
@NullMarked
package brume.dynamodb;

import org.jspecify.annotations.NullMarked;
