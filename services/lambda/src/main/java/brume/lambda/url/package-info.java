/// The addresses of functions: the site that answers there, the events that functions get and what
/// becomes of their answers.
///
/// Where it differs from AWS: answers are not streamed. Start with [FunctionUrlSite].
@NullMarked
package brume.lambda.url;

import org.jspecify.annotations.NullMarked;
