/// Version 1: templates.
@NullMarked
package brume.ses.operation.template;

import org.jspecify.annotations.NullMarked;
