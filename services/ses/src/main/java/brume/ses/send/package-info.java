/// Taking messages: who may send what, and what becomes of it.
///
/// Start with [Sending].
@NullMarked
package brume.ses.send;

import org.jspecify.annotations.NullMarked;
