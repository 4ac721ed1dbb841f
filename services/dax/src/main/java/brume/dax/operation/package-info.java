/// The actions of DAX's management API, one file each.
@NullMarked
package brume.dax.operation;

import org.jspecify.annotations.NullMarked;
