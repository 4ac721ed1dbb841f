/// The operations of SNS, one file each, named as the action.
@NullMarked
package brume.sns.operation;

import org.jspecify.annotations.NullMarked;
