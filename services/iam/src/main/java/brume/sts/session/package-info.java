/// What temporary credentials are made of: how long they last, which policies limit them, which
/// tags they carry.
///
/// Start with [Issue].
@NullMarked
package brume.sts.session;

import org.jspecify.annotations.NullMarked;
