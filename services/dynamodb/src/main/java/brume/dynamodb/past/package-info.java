/// What items were: while a table's history is kept, every write leaves what it replaced, so that
/// the table as of one moment can be read at leisure beside the writes that go on.
///
/// Start with [PastItems].
@NullMarked
package brume.dynamodb.past;

import org.jspecify.annotations.NullMarked;
