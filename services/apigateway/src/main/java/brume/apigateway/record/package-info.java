/// What both kinds of APIs do with the records of their models: copy, merge, page, patch and find
/// the paths that grant access.
///
/// Start with [Alike].
@NullMarked
package brume.apigateway.record;

import org.jspecify.annotations.NullMarked;
