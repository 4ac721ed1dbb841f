/// The resource types of templates of CloudFormation.
@NullMarked
package brume.ses.resource;

import org.jspecify.annotations.NullMarked;
