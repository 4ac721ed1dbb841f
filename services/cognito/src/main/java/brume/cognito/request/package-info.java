/// What requests ask for and answers show, as operations and flows share it.
@NullMarked
package brume.cognito.request;

import org.jspecify.annotations.NullMarked;
