/// The process: reads its options, wires every service by constructors, and serves.
///
/// The only package that sees everything. Start with [Main], then [Cloud].
@NullMarked
package brume.server;

import org.jspecify.annotations.NullMarked;
