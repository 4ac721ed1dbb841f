/// The commands behind `./brume` that talk to a running Brume, as any client of AWS would.
///
/// Start with [Deploy].
@NullMarked
package brume.cli;

import org.jspecify.annotations.NullMarked;
