/// What templates can declare of identity pools.
@NullMarked
package brume.cognito.identity.resource;

import org.jspecify.annotations.NullMarked;
