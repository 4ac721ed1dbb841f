/// The operations on pools' domains and the looks of the pages there, one file each, named as the
/// action.
///
/// Start with [DomainOperations].
@NullMarked
package brume.cognito.operation.domain;

import org.jspecify.annotations.NullMarked;
