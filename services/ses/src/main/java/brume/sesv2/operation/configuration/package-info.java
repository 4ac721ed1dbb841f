/// Version 2: configuration sets.
@NullMarked
package brume.sesv2.operation.configuration;

import org.jspecify.annotations.NullMarked;
