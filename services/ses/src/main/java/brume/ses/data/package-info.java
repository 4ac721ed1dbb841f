/// What of the service touches the store, one class for each kind of thing.
@NullMarked
package brume.ses.data;

import org.jspecify.annotations.NullMarked;
