/// Clusters as the management API knows them, and the rules for them. Pure.
///
/// Start with [NewCluster].
@NullMarked
package brume.dax.cluster;

import org.jspecify.annotations.NullMarked;
