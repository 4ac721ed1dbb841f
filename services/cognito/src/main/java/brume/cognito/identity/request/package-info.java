/// What requests to identity pools need.
@NullMarked
package brume.cognito.identity.request;

import org.jspecify.annotations.NullMarked;
