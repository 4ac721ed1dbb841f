/// The actions on tables as wholes: their making, changing and describing, tags, expiry and
/// policies.
@NullMarked
package brume.dynamodb.operation.table;

import org.jspecify.annotations.NullMarked;
