/// The operations on app clients, one file each, named as the action.
///
/// Start with [ClientOperations].
@NullMarked
package brume.cognito.operation.client;

import org.jspecify.annotations.NullMarked;
