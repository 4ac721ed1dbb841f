/// Version 2: templates.
@NullMarked
package brume.sesv2.operation.template;

import org.jspecify.annotations.NullMarked;
