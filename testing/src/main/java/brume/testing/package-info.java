/// What the tests of services share: a cloud of one or a few services in memory, whose clock and
/// ids are fixed.
///
/// Start with [Local].
@NullMarked
package brume.testing;

import org.jspecify.annotations.NullMarked;
