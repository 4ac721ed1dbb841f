/// What every module stands on: names of things ([Arn], [Scope]), bytes and bodies, time and ids.
///
/// Nothing here does I/O except opening a [Body]. Start with [Arn].
@NullMarked
package brume.base;

import org.jspecify.annotations.NullMarked;
