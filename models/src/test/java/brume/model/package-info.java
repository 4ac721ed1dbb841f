/// What all generated models have in common.
@NullMarked
package brume.model;

import org.jspecify.annotations.NullMarked;
