/// The type of resource that Parameter Store brings to templates.
@NullMarked
package brume.ssm.resource;

import org.jspecify.annotations.NullMarked;
