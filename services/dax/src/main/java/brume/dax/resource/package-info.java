/// DAX's types of resources in templates.
@NullMarked
package brume.dax.resource;

import org.jspecify.annotations.NullMarked;
