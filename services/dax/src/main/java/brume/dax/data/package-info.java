/// What DAX keeps in the store: clusters and their tags, groups of parameters and of subnets,
/// events, and the lists of attributes' names that clients know by numbers. One class touches each.
@NullMarked
package brume.dax.data;

import org.jspecify.annotations.NullMarked;
