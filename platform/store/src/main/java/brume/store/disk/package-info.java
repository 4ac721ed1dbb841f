/// Files that survive the process and the power: see [Durably].
@NullMarked
package brume.store.disk;

import org.jspecify.annotations.NullMarked;
