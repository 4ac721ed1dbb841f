/// Structures as the form parameters of awsQuery and ec2Query.
@NullMarked
package brume.wire.query;

import org.jspecify.annotations.NullMarked;
