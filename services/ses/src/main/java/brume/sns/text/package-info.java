/// Text messages, as the mailbox keeps them. Start with [Texts].
@NullMarked
package brume.sns.text;

import org.jspecify.annotations.NullMarked;
