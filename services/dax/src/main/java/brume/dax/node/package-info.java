/// A running cluster: its listener, the connections of clients, and who has signed in on them.
///
/// Start with [Node].
@NullMarked
package brume.dax.node;

import org.jspecify.annotations.NullMarked;
