/// The vocabulary in which the service models are written: shapes, members, operations and errors.
///
/// The records generated from the models are [Structure]s; a codec reads and writes any of them by
/// walking its [StructureShape], and so knows no service. Start with [StructureShape].
@NullMarked
package brume.shape;

import org.jspecify.annotations.NullMarked;
