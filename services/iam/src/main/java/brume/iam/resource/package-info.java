/// What templates can declare of IAM.
@NullMarked
package brume.iam.resource;

import org.jspecify.annotations.NullMarked;
