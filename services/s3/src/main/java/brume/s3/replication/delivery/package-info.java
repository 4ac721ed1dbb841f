/// The making of copies that are owed.
@NullMarked
package brume.s3.replication.delivery;

import org.jspecify.annotations.NullMarked;
