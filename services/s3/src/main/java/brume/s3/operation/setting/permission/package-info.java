/// The operations on who may use buckets: policies, the block of public access, ownership.
@NullMarked
package brume.s3.operation.setting.permission;

import org.jspecify.annotations.NullMarked;
