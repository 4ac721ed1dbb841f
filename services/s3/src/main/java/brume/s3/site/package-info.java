/// Buckets as websites. Start with [Website].
@NullMarked
package brume.s3.site;

import org.jspecify.annotations.NullMarked;
