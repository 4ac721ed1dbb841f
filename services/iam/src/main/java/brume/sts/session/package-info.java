/// How long sessions last, and what their credentials look like in replies.
///
/// Start with [Issuing].
@NullMarked
package brume.sts.session;

import org.jspecify.annotations.NullMarked;
