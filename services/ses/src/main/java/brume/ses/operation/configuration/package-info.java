/// Version 1: configuration sets.
@NullMarked
package brume.ses.operation.configuration;

import org.jspecify.annotations.NullMarked;
