/// How much may be read from and written to a table or index in a time, and what was.
///
/// Kept in memory: a restart gives every table its full credit. Start with [Throughput].
@NullMarked
package brume.dynamodb.throughput;

import org.jspecify.annotations.NullMarked;
