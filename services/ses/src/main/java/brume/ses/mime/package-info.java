/// Messages as they travel: addresses, and MIME to write and to read (RFC 5322, RFC 2045).
///
/// Start with [Draft], which becomes a message, and [Letter], which is what people see of one.
@NullMarked
package brume.ses.mime;

import org.jspecify.annotations.NullMarked;
