/// Copies of tables: backups, tables restored from them, and tables as others were at a point in
/// time.
///
/// A backup lies in the store, under keys of its own: one form of an item, paged by its key, serves
/// tables, backups and what both were, and a backup is as durable and as consistent as its table.
/// [Copying] makes each copy page by page beside the writes that go on; the table's history says
/// what items were at the moment that is copied.
///
/// Where it differs from AWS: a table can be restored to any moment until now, not until five
/// minutes ago; no backup is made of a table that is deleted; backups are not billed by AWS Backup,
/// which is not here.
@NullMarked
package brume.dynamodb.backup;

import org.jspecify.annotations.NullMarked;
