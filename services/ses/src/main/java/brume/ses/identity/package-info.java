/// Who may be a sender: addresses and domains that somebody showed to be theirs.
@NullMarked
package brume.ses.identity;

import org.jspecify.annotations.NullMarked;
