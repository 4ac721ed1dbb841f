/// Hands mail on by SMTP, to the relay that the operator names.
///
/// Start with [Handover], by which a message is owed to the relay when it is taken.
@NullMarked
package brume.ses.relay;

import org.jspecify.annotations.NullMarked;
