/// Amazon DynamoDB: tables of items, their keys and indexes, expressions, queries and scans,
/// transactions, statements of PartiQL, expiry, and the streams of changes, a service of its own;
/// replicas in other regions, backups, recovery to points in time, exports and imports.
///
/// Where it differs from AWS: tables are active at once; every read is consistent, and an index is
/// never behind its table; transactions wait for each other in place of conflicting; items expire
/// within seconds; the numbers of a table's items are counted when they are asked for. What an item
/// makes of indexes and streams is written with it, and must fit into one transaction of the store.
/// There is no encryption at rest of a table's own. More is said by the packages `replica`,
/// `backup` and `transfer`.
///
/// Start with [DynamoDb], then `operation`, then `data`; the language is in `expression`.
@NullMarked
package brume.dynamodb;

import org.jspecify.annotations.NullMarked;
