/// The actions of CloudFormation, one file each.
@NullMarked
package brume.cloudformation.operation;

import org.jspecify.annotations.NullMarked;
