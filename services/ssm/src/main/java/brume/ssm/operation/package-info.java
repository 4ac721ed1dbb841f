/// The operations of Parameter Store, one file each.
@NullMarked
package brume.ssm.operation;

import org.jspecify.annotations.NullMarked;
