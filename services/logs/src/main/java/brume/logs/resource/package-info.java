/// The types of resources that CloudWatch Logs brings to templates.
@NullMarked
package brume.logs.resource;

import org.jspecify.annotations.NullMarked;
