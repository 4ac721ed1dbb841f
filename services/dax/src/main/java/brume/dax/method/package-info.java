/// The methods of DAX's protocol: what clients may ask of a cluster.
///
/// Each is authorised for its caller as `dax:…` on the cluster; what it needs of DynamoDB it asks
/// as the cluster's role.
///
/// Start with [Methods], then [GetItem].
@NullMarked
package brume.dax.method;

import org.jspecify.annotations.NullMarked;
