/// The operations on backups, and on tables as they were.
@NullMarked
package brume.dynamodb.operation.backup;

import org.jspecify.annotations.NullMarked;
