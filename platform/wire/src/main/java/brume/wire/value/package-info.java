/// How single values are spelled as text, and what is raised when they are not.
@NullMarked
package brume.wire.value;

import org.jspecify.annotations.NullMarked;
