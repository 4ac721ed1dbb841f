/// The Lambda Runtime API, as a function's runtime sees it, and the way from the function to Brume.
///
/// Blocking HTTP/1.1 on virtual threads over the sockets of one sandbox. [Rendezvous] is where an
/// event meets the runtime that asks for it: no polling on either side. Source: AWS Lambda
/// Developer Guide, "Using the Lambda runtime API for custom runtimes".
@NullMarked
package brume.lambda.runtime.api;

import org.jspecify.annotations.NullMarked;
