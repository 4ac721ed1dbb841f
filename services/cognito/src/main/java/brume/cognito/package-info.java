/// Amazon Cognito: user pools, which sign users up and in, and identity pools, which give them
/// credentials.
@NullMarked
package brume.cognito;

import org.jspecify.annotations.NullMarked;
