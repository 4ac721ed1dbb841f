/// What the two versions of the API call the same refusals.
@NullMarked
package brume.ses.refusal;

import org.jspecify.annotations.NullMarked;
