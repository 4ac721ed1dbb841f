/// Runs functions: what a function is to the machinery that executes it, and what comes out.
///
/// One sandboxed process is one execution environment and serves one invocation at a time, as on
/// AWS. The parts, from below: `sandbox` isolates a process, `api` speaks the Lambda Runtime API
/// with it, `language` knows how each runtime starts, `pool` keeps environments warm and brings
/// requests to them.
///
/// Start with [FunctionSpec] and `pool.Environments`. Source of the rules: AWS Lambda Developer
/// Guide, "Understanding the Lambda execution environment lifecycle" and "Lambda runtime API".
@NullMarked
package brume.lambda.runtime;

import org.jspecify.annotations.NullMarked;
