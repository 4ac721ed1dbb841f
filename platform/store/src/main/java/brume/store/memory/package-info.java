/// The store in memory, for `--ephemeral` and for tests: nothing survives the process.
@NullMarked
package brume.store.memory;

import org.jspecify.annotations.NullMarked;
