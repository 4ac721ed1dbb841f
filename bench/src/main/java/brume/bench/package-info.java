/// Measures Brume, so that every figure it states can be measured again.
///
/// Each class is a program of its own that prints a table. Start with [StoreBench].
@NullMarked
package brume.bench;

import org.jspecify.annotations.NullMarked;
