/// Who calls and what they may do: principals, signatures, policies. Pure: no store, no service.
///
/// Start with [Principal].
@NullMarked
package brume.identity;

import org.jspecify.annotations.NullMarked;
