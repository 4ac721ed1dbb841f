/// The types of resources that templates may have: those that the services bring, and those of
/// CloudFormation itself.
///
/// Start with [Types].
@NullMarked
package brume.cloudformation.type;

import org.jspecify.annotations.NullMarked;
