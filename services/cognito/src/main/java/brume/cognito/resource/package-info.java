/// What templates can declare of user pools.
@NullMarked
package brume.cognito.resource;

import org.jspecify.annotations.NullMarked;
