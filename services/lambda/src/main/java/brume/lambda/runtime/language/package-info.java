/// The languages of functions: which interpreter of the host runs which runtime of AWS, the
/// bootstraps that hand events to handlers, and the environment variables that functions expect.
///
/// Start with [Runtimes].
@NullMarked
package brume.lambda.runtime.language;

import org.jspecify.annotations.NullMarked;
