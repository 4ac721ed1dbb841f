/// The operations of users on themselves, one file each, named as the action.
///
/// Start with [ProfileOperations].
@NullMarked
package brume.cognito.operation.profile;

import org.jspecify.annotations.NullMarked;
