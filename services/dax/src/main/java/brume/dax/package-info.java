/// Amazon DynamoDB Accelerator (DAX): clusters that remember what was read of DynamoDB, for AWS's
/// own clients.
///
/// Where it differs from AWS: a cluster listens at a port of its own on this machine's loopback, is
/// available at once, and all its nodes share one endpoint and one item and query cache. Subnets,
/// security groups and maintenance windows are kept and described, and have no effect. Caches are
/// as large as the process's memory allows, whatever the type of the nodes. Parameters are in force
/// at once.
///
/// Start with [Dax]; the data plane is in `node`, then `method`; the management API in `operation`.
@NullMarked
package brume.dax;

import org.jspecify.annotations.NullMarked;
