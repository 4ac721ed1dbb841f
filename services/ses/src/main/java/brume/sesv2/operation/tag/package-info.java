/// Version 2: tags.
@NullMarked
package brume.sesv2.operation.tag;

import org.jspecify.annotations.NullMarked;
