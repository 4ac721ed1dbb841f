/// The packages of functions and layers: archives that are kept, checked, and unpacked for
/// sandboxes.
///
/// Start with [Archives].
@NullMarked
package brume.lambda.code;

import org.jspecify.annotations.NullMarked;
