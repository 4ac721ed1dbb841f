/// CloudWatch in templates.
@NullMarked
package brume.cloudwatch.resource;

import org.jspecify.annotations.NullMarked;
